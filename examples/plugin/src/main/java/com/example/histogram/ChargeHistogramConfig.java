package com.example.histogram;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

/** What a user can configure: names, types, documentation, defaults and limits in one place. */
public record ChargeHistogramConfig(
        @Param(doc = "Number of bins.", defaultValue = "8", range = "[2, 100]") int bins,
        @Param(doc = "Width of the Gaussian of a bin.", unit = "Å", defaultValue = "0.5", range = "(0, 5]") double width,
        @Param(doc = "Cutoff function.", kind = CutoffFunction.class, defaultValue = "{type: smooth, radius: 5.0}")
                ComponentSpec cutoff) {}
