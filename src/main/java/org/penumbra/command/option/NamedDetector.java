package org.penumbra.command.option;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.FittedOn;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.archive.StoredDetector;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.net.image.ImageModel;

/**
 * A fitted detector as somebody named it for a model: one that the model brings along, one that ships for it, or a file.
 *
 * @param called as it was typed
 * @param fitted the detector
 * @param on     what it was fitted on; empty for one that the model brings along
 */
public record NamedDetector(String called, Fitted fitted, Optional<FittedOn> on) {

    /** For the helps of options. */
    public static final String HELP =
            "a detector that ships for the model, one that it brings along (confidence, max-softmax, "
                    + "cool), or a file that \"penumbra fit\" wrote";

    /** A model, and how sensitive its confidence is. */
    public record Model(String name, ImageModel model, ConfidenceSettings settings) {}

    /** The id of its kind. */
    public String id() {
        return fitted.about().id();
    }

    /** The threshold that counts: the one that was given, or the detector's usual one. */
    public double tau(Double given) {
        return given == null ? fitted.about().usualTau() : given;
    }

    /**
     * The detector somebody means: a name goes before a file, which is reached by "./NAME".
     *
     * @throws CommandFailure when it is none, does not suit the model, or has to be fitted first
     * @throws org.penumbra.archive.ModelException when its file is wrong or of another network
     */
    public static NamedDetector of(String called, Model model) {
        boolean known = Detectors.all().stream().anyMatch(kind -> kind.id().equals(called));
        if (known) {
            return named(called, model);
        }
        Optional<Path> file = file(called);
        if (file.isEmpty()) {
            throw new CommandFailure("--detector: expected the name of a detector ("
                    + String.join(", ", ids(Detectors.all())) + "), or a file ending in " + DetectorFile.ENDING
                    + ", but \"" + called + "\" is neither");
        }
        StoredDetector stored = DetectorFile.read(file.get());
        return of(called, stored, model, called);
    }

    private static NamedDetector named(String id, Model model) {
        List<String> suiting = ids(ImageDetectors.suiting(model.model().shape()));
        if (!suiting.contains(id)) {
            throw new CommandFailure("--detector: " + id + " does not suit " + model.name() + "; expected one of "
                    + String.join(", ", suiting));
        }
        Optional<Fitted> brought = brought(id, model);
        if (brought.isPresent()) {
            return new NamedDetector(id, brought.get(), Optional.empty());
        }
        StoredDetector stored = ShippedDetectors.find(model.name(), id)
                .orElseThrow(() -> new CommandFailure("--detector: " + id + " has to be fitted, and none ships for "
                        + model.name() + "; fit it with \"penumbra fit " + model.name() + " --detector " + id
                        + "\" and name the file that it writes"));
        return of(id, stored, model, ShippedDetectors.source(model.name(), id));
    }

    private static NamedDetector of(String called, StoredDetector stored, Model model, String source) {
        return new NamedDetector(
                called, stored.requireFor(model.model(), model.name(), source), Optional.of(stored.on()));
    }

    /** What the file of the model is enough for. */
    private static Optional<Fitted> brought(String id, Model model) {
        Fitted own = ModelDetectors.of(model.model(), model.settings());
        Fitted outputs = ModelDetectors.outputs(model.model());
        return own.about().id().equals(id)
                ? Optional.of(own)
                : outputs.about().id().equals(id) ? Optional.of(outputs) : Optional.empty();
    }

    /** What the model brings along. */
    public static NamedDetector own(Model model) {
        Fitted own = ModelDetectors.of(model.model(), model.settings());
        return new NamedDetector(own.about().id(), own, Optional.empty());
    }

    /** All that can be had without a fit: what the model brings along, and what ships for it, in the catalogue's order. */
    public static List<NamedDetector> all(Model model) {
        List<String> shipped = ShippedDetectors.of(model.name());
        List<NamedDetector> all = new ArrayList<>();
        for (String id : ids(ImageDetectors.suiting(model.model().shape()))) {
            if (shipped.contains(id) || brought(id, model).isPresent()) {
                all.add(named(id, model));
            }
        }
        return all;
    }

    private static List<String> ids(List<DetectorKind> kinds) {
        return kinds.stream().map(DetectorKind::id).toList();
    }

    private static Optional<Path> file(String text) {
        try {
            Path path = Path.of(text);
            boolean means = text.toLowerCase(Locale.ROOT).endsWith(DetectorFile.ENDING) || Files.exists(path);
            return means && !text.isBlank() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
