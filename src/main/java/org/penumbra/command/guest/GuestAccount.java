package org.penumbra.command.guest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.archive.guest.GuestOpening;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.confidence.guest.GuestTrial;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.guest.PixelScale;
import org.penumbra.net.image.ImageModel;

/**
 * What is told of a guest.
 *
 * @param guest  as it is taken now
 * @param opened as it was before
 * @param saved  whether that was written beside it
 * @param trial  how it answered the images that were named
 */
record GuestAccount(Path file, GuestModel guest, GuestOpening opened, boolean saved, Optional<GuestTrial> trial) {

    private static final int MOST_NAMES = 12;

    /** The same in JSON. */
    record Json(
            @JsonUnwrapped GuestFacts facts,
            List<String> reasons,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("test_images")
            Integer testImages,

            @JsonInclude(JsonInclude.Include.NON_NULL) Double accuracy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("better_pixels")
            String betterPixels,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("better_accuracy")
            Double betterAccuracy) {}

    Json json() {
        Optional<GuestTrial.Better> better = trial.flatMap(GuestTrial::better);
        return new Json(
                GuestFacts.of(file.toString(), guest).orElseThrow(),
                opened.reasons(),
                trial.map(GuestTrial::images).orElse(null),
                trial.map(GuestTrial::accuracy).orElse(null),
                better.map(one -> one.pixels().words()).orElse(null),
                better.map(GuestTrial.Better::accuracy).orElse(null));
    }

    /** Lines for a person. */
    List<String> lines() {
        GuestReading reading = guest.reading();
        List<String> lines = new ArrayList<>();
        lines.add(guest.name() + ": a " + guest.content().configuration().kind() + " of DL4J with "
                + String.format(Locale.ROOT, "%,d", guest.content().parameters().length)
                + " parameters, weights " + guest.weights().substring(0, 12) + "...");
        lines.add("  images          " + reading.layout().words() + ", pixels "
                + reading.pixels().words());
        lines.add(
                "  classes         " + classes(reading.classes()) + ", from the output \"" + reading.softmax() + "\"");
        lines.add("  reconstruction  "
                + (reading.reconstructs()
                        ? "from the output \"" + reading.reconstruction() + "\", pixels "
                                + reading.reconstructed().words()
                        : "none, so there is no confidence c~"));
        lines.add("  code            "
                + (reading.code().isEmpty()
                        ? "none, so no detector looks at features"
                        : guest.shape().code() + " numbers of \"" + reading.code() + "\""));
        lines.add("  known images    "
                + (guest.trainingImages().data().isEmpty()
                        ? "none; --images mnist, built-in-digits or a folder measures on some and fits detectors on them"
                        : guest.trainingImages().data()));
        why(lines);
        trial.ifPresent(found -> tell(found, lines));
        if (saved) {
            lines.add("Kept in " + GuestFile.notes(file) + "; " + file.getFileName() + " is as it was.");
        }
        return lines;
    }

    private void why(List<String> lines) {
        lines.add(opened.noted() || saved ? "What would be supposed without a word of yours:" : "Why it is taken so:");
        opened.reasons().forEach(reason -> lines.add("  " + reason));
    }

    private static String classes(List<String> names) {
        return names.size() <= MOST_NAMES
                ? names.size() + " (" + String.join(", ", names) + ")"
                : names.size() + " (" + String.join(", ", names.subList(0, MOST_NAMES)) + ", ...)";
    }

    private void tell(GuestTrial found, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "%.2f %% of %d test images of %s are answered right (chance %.0f %%).",
                100 * found.accuracy(),
                found.images(),
                guest.trainingImages().data(),
                100.0 / guest.classes().size()));
        found.better()
                .ifPresent(better -> lines.add(String.format(
                        Locale.ROOT,
                        "With pixels %s it would be %.0f %%: say so with %s",
                        better.pixels().words(),
                        100 * better.accuracy(),
                        options(better.pixels()))));
        if (guest.doubts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "99 %% of the held-out images have reconstruction errors up to %.3f; the confidence is calibrated by that.",
                    guest.heldOutErrors()[ImageModel.INDEX_OF_99]));
        }
    }

    private static String options(PixelScale pixels) {
        String range = switch (pixels.range()) {
            case UNIT -> "0..1";
            case BYTES -> "0..255";
            case SIGNED -> "-1..1";
            case STANDARDISED -> pixels.mean() + "," + pixels.deviation();
        };
        return "--ink " + (pixels.darkInk() ? "dark" : "light") + " --range " + range;
    }
}
