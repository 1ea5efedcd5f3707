# -- templates ---------------------------------------------------------------------------------------------------
template-unknown = there is no built-in template of this name
    .hint = only a file with the name of a built-in template replaces something
template-closest = did you mean `templates/{ $name }`?
template-text-unknown = there is no text `{ $key }` in the catalogue
