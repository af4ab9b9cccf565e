package com.example.kernelridge;

import io.github.gmp.api.plugin.Param;

/** What a user can configure. */
public record KernelRidgeConfig(
        @Param(doc = "Width of the kernel, in standard deviations of the features.", defaultValue = "3.0", range = "(0, inf)")
                double width,
        @Param(doc = "Strength of the regularization, relative to the mean diagonal of the kernel matrix.",
                defaultValue = "1e-6", range = "(0, inf)")
                double lambda) {}
