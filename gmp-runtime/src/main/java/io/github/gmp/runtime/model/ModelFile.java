package io.github.gmp.runtime.model;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorFactory;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.FileLookup;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.json.Json;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import jakarta.inject.Inject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Saves and loads trained models: one zip archive with a JSON document and one NumPy array per tensor, protected by a checksum. The descriptor
 * is made from its configuration and its constants, the regressor from its state alone, through the plugin registry only; how the regressor
 * was trained is provenance. A model predicts the same after loading, bit for bit.
 *
 * <p>Files that a configuration names (a user's density table, say) are not part of the model; each is looked for beside it first, then
 * where it was when it was trained.
 */
public final class ModelFile {
    private static final String FORMAT = "gmp-model";
    private static final long FORMAT_VERSION = 1;
    private static final String DESCRIPTOR_STATE = "descriptorState";

    private final ConfigBinder binder;
    private final ComponentRegistry registry;

    /**
     * @param binder checks the configuration of components
     * @param registry makes them
     */
    @Inject
    public ModelFile(ConfigBinder binder, ComponentRegistry registry) {
        this.binder = binder;
        this.registry = registry;
    }

    /**
     * Saves a model; the file appears whole or not at all.
     *
     * @param model the model
     * @param file the file, replaced if it exists
     * @throws GmpException if it cannot be written
     */
    public void save(TrainedModel model, Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Map<String, Object> metrics = new TreeMap<>();
        metrics.put("validation", MetricsJson.toMap(model.validation()));
        model.test().ifPresent(test -> metrics.put("test", MetricsJson.toMap(test)));

        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("formatVersion", FORMAT_VERSION);
        document.put("baseDirectory", model.baseDirectory().toAbsolutePath().toString());
        document.put("configuration", model.configuration());
        document.put("descriptor", ComponentSpecs.toMap(model.descriptor()));
        document.put("regressor", ComponentSpecs.toMap(model.regressor()));
        document.put("features", model.potential().descriptor().features());
        document.put(
                "elements",
                model.potential().regressor().elements().stream()
                        .map(Element::symbol)
                        .toList());
        document.put("featureMinima", model.featureRanges().minima());
        document.put("featureMaxima", model.featureRanges().maxima());
        document.put("state", StateEntries.write(model.potential().regressor().state(), entries));
        if (model.potential().descriptor() instanceof FittableDescriptor fitted) {
            document.put(DESCRIPTOR_STATE, StateEntries.write(fitted.state(), entries));
        }
        document.put("metrics", metrics);
        document.put("provenance", Json.plain(model.provenance()));
        entries.put(ArchiveKind.MODEL.document(), JsonObject.write(document));
        new StateArchive(ArchiveKind.MODEL, entries).write(file);
    }

    /**
     * {@return the model}
     *
     * @param file a model file, of any origin
     * @throws DataException if it is not a model, is damaged, was written by another version, or its components cannot be made here
     */
    public TrainedModel load(Path file) {
        StateArchive archive = StateArchive.read(ArchiveKind.MODEL, file);
        try {
            JsonObject document = archive.document();
            document.requireFormat(ArchiveKind.MODEL, FORMAT, FORMAT_VERSION);
            return model(document, archive, file.toAbsolutePath().getParent());
        } catch (GmpException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // Thrown by value types that were handed nonsense; the checksum says it was written so.
            throw new DataException(file + ": is not a valid model: " + e.getMessage(), e);
        }
    }

    private TrainedModel model(JsonObject document, StateArchive archive, Path modelFolder) {
        Provenance provenance = Provenance.fromJson(document.object("provenance"));
        Path trainedFrom = Path.of(document.text("baseDirectory"));
        FileLookup files = files(modelFolder, trainedFrom);
        ComponentSpec descriptorSpec = bind(Descriptor.KIND, document, files, provenance);
        ComponentSpec regressorSpec = recipe(document);
        Descriptor descriptor = restored(registry.create(Descriptor.KIND, descriptorSpec), document, archive);
        requireSameFeatures(document.textList("features"), descriptor, provenance);
        ModelState state = StateEntries.read(document.object("state"), archive);
        boolean fromState = registry.find(RegressorTrainer.KIND.name(), regressorSpec.type())
                .map(factory -> factory instanceof RegressorFactory<?>)
                .orElse(true);
        // A plugin without a restorer makes its regressors of the configuration that they were trained with, as all did
        // once.
        Regressor regressor = fromState
                ? regressor(regressorSpec.type(), state, provenance)
                : registry.create(RegressorTrainer.KIND, bind(RegressorTrainer.KIND, document, files, provenance))
                        .restore(state);
        JsonObject metrics = document.object("metrics");
        return new TrainedModel(
                new Potential(descriptor, regressor),
                descriptorSpec,
                regressorSpec,
                trainedFrom,
                document.map("configuration"),
                new FeatureRanges(document.numbers("featureMinima"), document.numbers("featureMaxima")),
                MetricsJson.fromJson(metrics.object("validation")),
                metrics.has("test") ? Optional.of(MetricsJson.fromJson(metrics.object("test"))) : Optional.empty(),
                provenance);
    }

    /** How the regressor was trained: kept, shown and saved again, but nothing is made of it, so that no renamed key can be in the way. */
    private static ComponentSpec recipe(JsonObject document) {
        String kind = RegressorTrainer.KIND.name();
        Map<String, Object> keys = new LinkedHashMap<>(document.map(kind));
        keys.remove("type");
        return new ComponentSpec(document.object(kind).text("type"), keys, kind);
    }

    private Regressor regressor(String type, ModelState state, Provenance provenance) {
        try {
            return registry.restore(type, state);
        } catch (GmpException e) {
            throw new DataException(
                    "its regressor cannot be made here (plugins when it was trained: " + provenance.plugins() + "): "
                            + e.getMessage(),
                    e);
        }
    }

    /** Each file beside the model if there is one of its name, else where the training had it. */
    private static FileLookup files(Path modelFolder, Path trainedFrom) {
        return name -> {
            NamedFile beside = NamedFile.in(modelFolder, name);
            NamedFile asTrained = NamedFile.in(trainedFrom, name);
            if (Files.exists(beside.path())) {
                return beside;
            }
            if (Files.exists(asTrained.path())) {
                return asTrained;
            }
            throw new IllegalArgumentException("a file that is not part of the model, beside it (" + beside.path()
                    + ") or where it was when the model was trained (" + asTrained.path()
                    + "); it is in neither place");
        };
    }

    private ComponentSpec bind(ComponentKind<?> kind, JsonObject document, FileLookup files, Provenance provenance) {
        try {
            return binder.bindComponent(
                    kind.name(), document.map(kind.name()), kind.name(), BindingEnvironment.of(Map.of()), files);
        } catch (GmpException e) {
            throw new DataException(
                    "its " + kind.name() + " cannot be made here (plugins when it was trained: " + provenance.plugins()
                            + "): " + e.getMessage(),
                    e);
        }
    }

    private static void requireSameFeatures(List<String> labels, Descriptor descriptor, Provenance provenance) {
        if (!labels.equals(descriptor.features())) {
            throw new DataException("was trained on " + labels.size()
                    + " features that its descriptor no longer makes: now "
                    + descriptor.features().size() + " features, and their labels differ (plugins when it was trained: "
                    + provenance.plugins() + ")");
        }
    }

    private static Descriptor restored(Descriptor descriptor, JsonObject document, StateArchive archive) {
        if (!(descriptor instanceof FittableDescriptor fittable)) {
            return descriptor;
        }
        return fittable.restore(StateEntries.read(document.object(DESCRIPTOR_STATE), archive));
    }
}
