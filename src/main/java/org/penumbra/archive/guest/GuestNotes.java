package org.penumbra.archive.guest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penumbra.data.Range;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.guest.PixelLayout;
import org.penumbra.net.guest.PixelRange;
import org.penumbra.net.guest.PixelScale;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainingImages;
import org.penumbra.preset.PresetNode;

/** What is noted beside a guest, as JSON. */
final class GuestNotes {

    private static final String FORMAT = "penumbra-guest/1";
    private static final List<String> KEYS = List.of(
            "format",
            "weights",
            "classes",
            "softmax",
            "reconstruction",
            "code",
            "layout",
            "pixels",
            "reconstructed",
            "images",
            "heldOutErrors");
    private static final int LONGEST = 1000;
    private static final int LONGEST_PATH = 10_000;
    private static final int MOST_CHECKSUMS = 100;
    private static final Range ERROR = Range.of(0, 1e6);

    private final PresetNode root;

    GuestNotes(PresetNode root) {
        this.root = root;
        root.requireObject("what was noted of a network");
        root.child("format").choice(Map.of(FORMAT, FORMAT));
        root.requireKeys(KEYS);
    }

    /** SHA-256 of the weights it is of. */
    String weights() {
        String weights = root.child("weights").line(LONGEST);
        if (!weights.matches("[0-9a-f]{64}")) {
            throw root.child("weights").wrong("64 hexadecimal digits");
        }
        return weights;
    }

    GuestModel read(GuestModel guest) {
        List<String> classes = root.child("classes").elements(2, GuestReading.MOST_CLASSES, "names").stream()
                .map(name -> name.line(GuestReading.LONGEST_NAME))
                .toList();
        GuestReading reading = new GuestReading(
                classes,
                root.child("softmax").text(LONGEST_PATH, true),
                root.child("reconstruction").text(LONGEST_PATH, true),
                root.child("code").text(LONGEST_PATH, true),
                root.child("layout").choice(ids(PixelLayout.values())),
                scale(root.child("pixels")),
                scale(root.child("reconstructed")));
        return new GuestModel(guest.name(), guest.content(), reading, errors(), images());
    }

    private static <E extends Enum<E>> Map<String, E> ids(E[] values) {
        return Arrays.stream(values).collect(Collectors.toMap(GuestNotes::id, Function.identity()));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PixelScale scale(PresetNode node) {
        node.requireKeys(List.of("range", "ink", "mean", "deviation"));
        return node.build(() -> new PixelScale(
                node.child("range").choice(ids(PixelRange.values())),
                node.child("ink").choice(Map.of("light", false, "dark", true)),
                node.child("mean").number(Range.of(-1e6, 1e6)),
                node.child("deviation").number(Range.of(0, 1e6))));
    }

    private float[] errors() {
        List<PresetNode> elements = root.child("heldOutErrors").elements(0, ImageModel.QUANTILES, "quantiles");
        float[] values = new float[elements.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) elements.get(i).number(ERROR);
            if (i > 0 && values[i] < values[i - 1]) {
                throw elements.get(i).wrong("quantiles that ascend");
            }
        }
        return values;
    }

    private TrainingImages images() {
        PresetNode images = root.child("images");
        images.requireKeys(List.of("data", "checksums", "fit", "folder", "heldOut"));
        return new TrainingImages(
                images.child("data").text(LONGEST, true),
                images.child("checksums").texts(MOST_CHECKSUMS, LONGEST),
                images.child("fit").choice(Arrays.stream(Fit.values()).collect(Collectors.toMap(Fit::id, fit -> fit))),
                images.child("folder").text(LONGEST_PATH, true),
                (int) images.child("heldOut").whole(0, Integer.MAX_VALUE),
                0);
    }

    static ObjectNode write(GuestModel model) {
        GuestReading reading = model.reading();
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("weights", model.weights());
        ArrayNode classes = root.putArray("classes");
        reading.classes().forEach(classes::add);
        root.put("softmax", reading.softmax())
                .put("reconstruction", reading.reconstruction())
                .put("code", reading.code())
                .put("layout", id(reading.layout()));
        write(reading.pixels(), root.putObject("pixels"));
        write(reading.reconstructed(), root.putObject("reconstructed"));
        TrainingImages from = model.trainingImages();
        ObjectNode images = root.putObject("images").put("data", from.data());
        ObjectNode checksums = images.putObject("checksums");
        new TreeMap<>(from.checksums()).forEach(checksums::put);
        images.put("fit", from.fit().id()).put("folder", from.folder()).put("heldOut", from.heldOut());
        ArrayNode errors = root.putArray("heldOutErrors");
        for (float error : model.heldOutErrors()) {
            errors.add(error);
        }
        return root;
    }

    private static void write(PixelScale scale, ObjectNode node) {
        node.put("range", id(scale.range()))
                .put("ink", scale.darkInk() ? "dark" : "light")
                .put("mean", scale.mean())
                .put("deviation", scale.deviation());
    }
}
