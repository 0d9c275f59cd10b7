package org.penumbra.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.data.Range;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.preset.PresetNode;

/** Forms of fitted detectors and what they were fitted on as JSON and arrays. */
final class DetectorFormat {

    private static final String VERSION = "penumbra-detector/1";
    private static final List<String> KEYS = List.of("format", "fitted_on", "detector");
    private static final List<String> ON_KEYS = List.of(
            "model",
            "weights",
            "data",
            "train",
            "held_out",
            "negatives",
            "others",
            "seed",
            "seconds",
            "version",
            "created");
    private static final List<String> FORM_KEYS =
            List.of("id", "dimensions", "classes", "omega", "numbers", "choices", "arrays", "parts");
    private static final int LONGEST = FittedOn.LONGEST;
    /** Values of a kind in one form. */
    private static final int MOST_VALUES = 1000;

    private static final int MOST_PARTS = 32;
    /** Detectors inside each other: a jury, its jurors, and what these are made of. */
    static final int DEEPEST = 4;

    private static final int MOST_UNITS = 1 << 20;

    /** A form and what it was fitted on, both unchecked by any detector. */
    record Content(FittedForm form, FittedOn on) {}

    /** Arrays that are being written, by their names in the file. */
    private final Map<String, NpyArray> arrays;

    DetectorFormat(Map<String, NpyArray> arrays) {
        this.arrays = arrays;
    }

    /** The JSON, without the arrays, which are added to those of this. */
    ObjectNode write(FittedForm form, FittedOn on) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", VERSION);
        root.putObject("fitted_on")
                .put("model", on.model())
                .put("weights", on.weights())
                .put("data", on.data())
                .put("train", on.train())
                .put("held_out", on.heldOut())
                .put("negatives", on.negatives())
                .put("others", on.others())
                .put("seed", on.seed())
                .put("seconds", on.seconds())
                .put("version", on.version())
                .put("created", on.created());
        root.set("detector", write(form, "", 1));
        return root;
    }

    private ObjectNode write(FittedForm form, String prefix, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a detector of detectors goes " + DEEPEST + " deep at most");
        }
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", form.id())
                .put("dimensions", form.dimensions())
                .put("classes", form.classes())
                .put("omega", form.omega());
        ObjectNode numbers = node.putObject("numbers");
        form.numbers().keySet().forEach(name -> numbers.put(name, form.number(name)));
        ObjectNode choices = node.putObject("choices");
        form.choices().forEach(choices::put);
        ArrayNode names = node.putArray("arrays");
        form.arrays().forEach((name, array) -> {
            names.add(name);
            arrays.put(prefix + name, npy(array));
        });
        ArrayNode parts = node.putArray("parts");
        for (int i = 0; i < form.parts().size(); i++) {
            parts.add(write(form.parts().get(i), prefix + "part" + i + "/", depth + 1));
        }
        return node;
    }

    private static NpyArray npy(FormArray array) {
        NpyArray list;
        if (array instanceof FormArray.Floats floats) {
            list = NpyArray.of(floats.values());
        } else if (array instanceof FormArray.Doubles doubles) {
            list = NpyArray.of(doubles.values());
        } else if (array instanceof FormArray.Bytes bytes) {
            list = NpyArray.of(bytes.values());
        } else {
            list = NpyArray.of(((FormArray.Integers) array).values());
        }
        return new NpyArray(list.type(), Arrays.stream(array.shape()).boxed().toList(), list.bytes());
    }

    /**
     * Reads it.
     *
     * @throws org.penumbra.preset.PresetException that tells what is wrong, and where
     */
    Content read(String source, JsonNode tree) {
        PresetNode root = PresetNode.root(source, tree);
        root.requireObject("a fitted detector");
        root.child("format").choice(Map.of(VERSION, VERSION));
        root.requireKeys(KEYS);
        PresetNode on = root.child("fitted_on");
        on.requireKeys(ON_KEYS);
        return new Content(form(root.child("detector"), "", 1), on.build(() -> fittedOn(on)));
    }

    private static FittedOn fittedOn(PresetNode on) {
        return new FittedOn(
                on.child("model").line(LONGEST),
                on.child("weights").line(LONGEST),
                on.child("data").line(LONGEST),
                (int) on.child("train").whole(0, Integer.MAX_VALUE),
                (int) on.child("held_out").whole(0, Integer.MAX_VALUE),
                on.child("negatives").text(LONGEST, true),
                (int) on.child("others").whole(0, Integer.MAX_VALUE),
                on.child("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE),
                on.child("seconds").number(new Range(0, true, Double.MAX_VALUE, true)),
                on.child("version").line(LONGEST),
                on.child("created").line(LONGEST));
    }

    private FittedForm form(PresetNode node, String prefix, int depth) {
        node.requireKeys(FORM_KEYS);
        Map<String, FormArray> found = new LinkedHashMap<>();
        for (PresetNode name : node.child("arrays").elements(0, MOST_VALUES, "names of arrays")) {
            String text = name.line(LONGEST);
            NpyArray array = arrays.get(prefix + text);
            if (array == null) {
                throw name.wrong("the name of an array in the file");
            }
            found.put(text, formArray(array));
        }
        List<PresetNode> nodes = node.child("parts")
                .elements(0, depth < DEEPEST ? MOST_PARTS : 0, "parts, " + DEEPEST + " deep at most");
        List<FittedForm> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            parts.add(form(nodes.get(i), prefix + "part" + i + "/", depth + 1));
        }
        return new FittedForm(
                node.child("id").line(LONGEST),
                (int) node.child("dimensions").whole(1, MOST_UNITS),
                (int) node.child("classes").whole(1, MOST_UNITS),
                (int) node.child("omega").whole(1, MOST_UNITS),
                node.child("numbers").numbers(MOST_VALUES, LONGEST),
                node.child("choices").texts(MOST_VALUES, LONGEST),
                found,
                parts);
    }

    private static FormArray formArray(NpyArray array) {
        int[] shape = array.shape().stream().mapToInt(Integer::intValue).toArray();
        return switch (array.type()) {
            case FLOAT32 -> new FormArray.Floats(array.floats(), shape);
            case FLOAT64 -> new FormArray.Doubles(array.doubles(), shape);
            case INT32 -> new FormArray.Integers(array.integers(), shape);
            case UINT8 -> new FormArray.Bytes(array.unsigned(), shape);
        };
    }
}
