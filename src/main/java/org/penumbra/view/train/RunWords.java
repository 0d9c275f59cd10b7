package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.preset.ImagePreset;
import org.penumbra.view.widget.NumberScale;

/** What a run is, in a few words. */
final class RunWords {

    /** Most settings in a short name besides the network; more would not fit beside two other runs. */
    private static final int MOST = 2;

    private RunWords() {}

    /** Every setting one may compare runs by. */
    static String all(ImagePreset preset) {
        return String.join(", ", parts(preset).values());
    }

    /** The network, and settings in which others differ from it. */
    static String among(ImagePreset preset, Collection<ImagePreset> others) {
        Map<String, String> own = parts(preset);
        List<String> words = new ArrayList<>();
        own.forEach((name, text) -> {
            boolean differs =
                    others.stream().anyMatch(other -> !text.equals(parts(other).get(name)));
            if (words.isEmpty() || differs && words.size() <= MOST) {
                words.add(text);
            }
        });
        return String.join(", ", words);
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
        parts.put("data", preset.data().name());
        return parts;
    }
}
