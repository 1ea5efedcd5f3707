//! Values that a context carries past the template engine's copying and escaping.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::base::error::{Error, Result};

/// Markup made by the program. A template writes it as it is, without any filter; every other text is escaped.
///
/// Made only of markup whose texts were escaped when it was put together: the bodies of records (`parse`), charts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html<'a>(Cow<'a, str>);

impl<'a> Html<'a> {
    /// Vouches that every text inside `markup` is escaped.
    pub fn made_safe(markup: impl Into<Cow<'a, str>>) -> Self {
        Self(markup.into())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, to be gone on with.
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Html<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

/// A part of many contexts, turned into the template engine's values once: each page that holds it shares it.
#[derive(Debug, Clone)]
pub struct Shared(Value);

impl Default for Shared {
    /// Nothing to show.
    fn default() -> Self {
        Self::markup(&Html::default())
    }
}

impl Shared {
    /// Prepares markup of ours.
    pub fn markup(markup: &Html<'_>) -> Self {
        Self(Value::safe_string(&markup.0))
    }

    /// Prepares `part`.
    ///
    /// # Errors
    /// [`Error::Template`] when `part` has a map whose keys are neither texts nor numbers.
    pub fn new(part: &impl Serialize) -> Result<Self> {
        Value::try_from_serializable(part).map(Self).map_err(|error| Error::Template(error.to_string()))
    }
}

impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
