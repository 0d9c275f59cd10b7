package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.widget.NumberScale;

/** What a run is, in a few words. */
final class RunWords {

    /** Most settings in a short name besides the network, unless it takes more to tell two runs apart. */
    private static final int MOST = 2;

    private RunWords() {}

    /** Every setting one may compare runs by, and the engine where it is not our own. */
    static String all(TrainSetup setup) {
        return all(setup.preset())
                + (setup.engine() == StepEngine.PENUMBRA
                        ? ""
                        : ", by " + setup.engine().title());
    }

    /** Every setting of a preset one may compare runs by. */
    static String all(ImagePreset preset) {
        return String.join(", ", parts(preset).values());
    }

    /** The network, and settings in which others differ from it. */
    static String among(ImagePreset preset, Collection<ImagePreset> others) {
        return among(parts(preset), others.stream().map(RunWords::parts).toList());
    }

    /**
     * A name for a run that is kept: its network, in what it differs from others in the charts, and its steps where nothing
     * else tells it from one that is kept too.
     *
     * @param present what is trained now, if anything is
     */
    static String of(KeptRun run, Collection<KeptRun> kept, Optional<TrainSetup> present) {
        List<Map<String, String>> others = new ArrayList<>();
        kept.stream()
                .filter(other -> other != run)
                .map(other -> parts(other.setup(), other.end().step()))
                .forEach(others::add);
        present.map(setup -> parts(setup, run.end().step())).ifPresent(others::add);
        return among(parts(run.setup(), run.end().step()), others);
    }

    private static String among(Map<String, String> own, List<Map<String, String>> others) {
        List<String> words = new ArrayList<>();
        List<Map<String, String>> alike = new ArrayList<>(others);
        own.forEach((name, text) -> {
            Predicate<Map<String, String>> differs = other -> !text.equals(other.get(name));
            if (words.isEmpty()
                    || words.size() <= MOST && others.stream().anyMatch(differs)
                    || alike.stream().anyMatch(differs)) {
                words.add(text);
                alike.removeIf(differs);
            }
        });
        return String.join(", ", words);
    }

    private static Map<String, String> parts(TrainSetup setup, long steps) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts(setup.preset()).forEach((name, text) -> {
            parts.put(name, text);
            // What tells two runs of one lesson apart stands first.
            parts.putIfAbsent("engine", setup.engine().title());
        });
        parts.put("steps", NumberScale.grouped(steps) + (steps == 1 ? " step" : " steps"));
        return parts;
    }

    private static Map<String, String> parts(ImagePreset preset) {
        ImageTrainingSettings training = preset.training();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("network", ArchitectureNames.of(preset.architecture()));
        if (preset.omega() > 1) {
            parts.put("omega", "\u03c9 " + preset.omega());
        }
        parts.put("sigma", "\u03c3 " + NumberScale.text(training.sigma()));
        if (training.clutter() > 0) {
            parts.put("clutter", "clutter " + NumberScale.text(training.clutter()));
        }
        if (preset.architecture().reconstructs()) {
            parts.put("lambda", "\u03bb " + NumberScale.text(training.lambda()));
        }
        parts.put("rate", "\u03b7 " + NumberScale.text(training.learningRate()));
        parts.put("seed", "seed " + training.seed());
        parts.put("batch", "batch " + training.batch());
        parts.put("dropout", "dropout " + NumberScale.text(training.dropout()));
        parts.put("schedule", training.schedule().id());
        parts.put("epochs", training.epochs() + " epochs");
        parts.put("held", NumberScale.grouped(training.heldOut()) + " held out");
        ImageSource data = preset.data();
        parts.put("data", DataChoice.of(data).isFolder() ? DataChoice.folderName(data) : data.name());
        FitRow.fit(data).ifPresent(fit -> parts.put("fit", "fit " + fit.id()));
        return parts;
    }
}
