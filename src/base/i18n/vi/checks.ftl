did-you-mean = x { $word }
