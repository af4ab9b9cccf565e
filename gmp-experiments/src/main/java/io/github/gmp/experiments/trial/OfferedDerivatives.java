package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Derivatives;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.RegressorTrainer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.util.List;

/** What becomes of a training where the descriptor does not offer all derivatives. */
final class OfferedDerivatives {
    private static final Logger LOG = LogManager.getLogger(OfferedDerivatives.class);

    private OfferedDerivatives() {}

    /**
     * {@return the trainer to use}
     *
     * @param configured the trainer as configured
     * @param descriptor the descriptor
     * @param forces whether forces would be predicted
     * @param notes receives what the user should know, which is logged as a warning too
     * @throws GmpException if it cannot do without the derivatives
     */
    static RegressorTrainer trainer(
            RegressorTrainer configured, Descriptor descriptor, boolean forces, List<String> notes) {
        boolean training = configured.usesGeometry();
        if (descriptor.derivatives() == Derivatives.NONE) {
            if (training) {
                warn(
                        notes,
                        "the descriptor offers no derivatives of its features: training leaves forces and stress out and uses"
                                + " energies only, and the model predicts energies only");
            } else if (forces) {
                warn(
                        notes,
                        "the descriptor offers no derivatives of its features: the model predicts energies only, forces are"
                                + " not compared");
            }
            return configured.onEnergiesOnly();
        }
        if (training && !descriptor.derivatives().hasPushforward()) {
            warn(
                    notes,
                    "the descriptor offers no pushforward: training on forces pulls back every feature of every atom instead, "
                            + descriptor.features().size() + " pullbacks per structure and step in the place of one");
        }
        return configured;
    }

    private static void warn(List<String> notes, String note) {
        notes.add(note);
        LOG.warn(note);
    }
}
