package io.github.gmp.probes.angular;

import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.probes.moment.SolidHarmonics;

import java.util.ArrayList;
import java.util.List;

/**
 * The 2n + 1 real solid harmonics of one order, weighted so that their products are those of the solid Maxwell-Cartesian harmonics:
 *
 * <pre>Σ_abc n!/(a!b!c!) S_abc(u) S_abc(v) = n! (2n−1)!! |u|ⁿ |v|ⁿ P_n(cos θ) = Σ_c weight_c H_c(u) H_c(v).</pre>
 *
 * <p>(n+1)(n+2)/2 components of a traceless symmetric tensor span a space of 2n + 1 dimensions only; J. Applequist, Theor. Chem. Acc. 107, 103
 * (2002).
 */
final class RealSolidHarmonics implements AngularProbe {
    private final int order;
    private final List<Component> components;

    RealSolidHarmonics(int order) {
        this.order = order;
        SolidHarmonics harmonics = new SolidHarmonics(order);
        double scale = 1;
        for (int i = 1; i <= order; i++) {
            scale *= i * (2.0 * i - 1);
        }
        List<Component> list = new ArrayList<>();
        for (int i = 0; i < harmonics.count(order); i++) {
            String label = (i % 2 == 0 && i > 0 ? "S" : "C") + (i + 1) / 2;
            double weight = scale * SolidHarmonics.legendreWeight(order, i);
            list.add(new Component(label, label, weight, harmonics.polynomial(order, i)));
        }
        components = List.copyOf(list);
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Component> components() {
        return components;
    }
}
