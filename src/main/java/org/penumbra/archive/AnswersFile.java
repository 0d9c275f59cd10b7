package org.penumbra.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;

/**
 * Stored answers as files, sealed like {@link ModelFile}: a header in JSON, then for each population its scores as
 * 32-bit floats, its errors, if there are any, as 16-bit floats, and its marks of right answers as bits.
 *
 * <p>Scores crowd just below 1, where a 16-bit float has steps of 0.0005, too coarse for tau = 0.999. Errors do not crowd:
 * rounding moves each by at most one part in 2048, and with it a confidence {@code exp(-alpha / D * error)} of 0.9 by the
 * 20 000th part. An accepted share of 10 000 images may so move by a few of them.
 */
public final class AnswersFile {

    /** What such files end in. */
    public static final String ENDING = ".answers";

    private static final String VERSION = "penumbra-answers/1";
    private static final List<String> KEYS = List.of("format", "model", "weights", "errors", "populations");
    private static final List<String> POPULATION_KEYS = List.of("name", "title", "count");
    private static final WeightType SCORES = WeightType.FLOAT32;
    private static final WeightType ERRORS = WeightType.FLOAT16;
    private static final String NO_ERRORS = "none";
    private static final String WHAT = "the answers";
    private static final int LONGEST = 200;
    private static final int MOST_POPULATIONS = 16;
    private static final int MOST_IMAGES = 200_000;

    private AnswersFile() {}

    /**
     * Reads answers from a file.
     *
     * @throws ModelException when there is none or the file is wrong
     */
    public static StoredAnswers read(Path file) {
        return ModelFile.opened(file, "answers", stream -> read(stream, file.toString()));
    }

    /**
     * Reads answers from a stream, which stays open and must end with them.
     *
     * @param source what messages call it
     * @throws ModelException when the file is wrong
     */
    public static StoredAnswers read(InputStream stream, String source) {
        SealedReader reader = new SealedReader(stream, source);
        PresetNode root = reader.header();
        try {
            root.requireObject("a header of stored answers");
            root.child("format").choice(Map.of(VERSION, VERSION));
            root.requireKeys(KEYS);
            String model = root.child("model").text(LONGEST, false);
            String weights = root.child("weights").text(LONGEST, false);
            boolean errors = root.child("errors").choice(Map.of(ERRORS.id(), true, NO_ERRORS, false));
            List<Population> populations = new ArrayList<>();
            for (PresetNode node : root.child("populations").elements(0, MOST_POPULATIONS, "populations")) {
                populations.add(population(node, errors, reader));
            }
            reader.finish();
            StoredAnswers answers = root.build(() -> new StoredAnswers(model, weights, populations));
            requireNumbers(answers, source);
            return answers;
        } catch (PresetException wrong) {
            throw reader.damaged(wrong);
        }
    }

    private static Population population(PresetNode node, boolean errors, SealedReader reader) {
        node.requireKeys(POPULATION_KEYS);
        int count = (int) node.child("count").whole(0, MOST_IMAGES);
        String name = node.child("name").text(LONGEST, false);
        String title = node.child("title").text(LONGEST, false);
        return new Population(
                name,
                title,
                new TopAnswers(
                        reader.numbers(count, SCORES, WHAT),
                        reader.numbers(errors ? count : 0, ERRORS, WHAT),
                        reader.marks(count, WHAT)));
    }

    private static void requireNumbers(StoredAnswers answers, String source) {
        for (Population population : answers.populations()) {
            for (float score : population.answers().scores()) {
                require(score >= 0 && score <= 1, source, "scores from 0 to 1", score);
            }
            for (float error : population.answers().errors()) {
                require(error >= 0 && Float.isFinite(error), source, "errors of at least 0", error);
            }
        }
    }

    private static void require(boolean good, String source, String expected, float found) {
        if (!good) {
            throw new ModelException(
                    Kind.NUMBERS,
                    source + ": expected " + expected + ", but found " + found
                            + ". The model that gave these answers is broken, or the file was forged; make it anew");
        }
    }

    /**
     * Writes answers, replacing the file if there is one: either all get there or the old file stays.
     *
     * @throws ModelException when the file cannot be written
     */
    public static void write(StoredAnswers answers, Path file) {
        ModelFile.write(file, "answers", header(answers), writer -> {
            for (Population population : answers.populations()) {
                writer.numbers(population.answers().scores(), SCORES);
                writer.numbers(population.answers().errors(), ERRORS);
                writer.marks(population.answers().right());
            }
        });
    }

    private static ObjectNode header(StoredAnswers answers) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("format", VERSION)
                .put("model", answers.model())
                .put("weights", answers.weights())
                .put("errors", answers.hasErrors() ? ERRORS.id() : NO_ERRORS);
        ArrayNode populations = root.putArray("populations");
        for (Population population : answers.populations()) {
            populations
                    .addObject()
                    .put("name", population.name())
                    .put("title", population.title())
                    .put("count", population.answers().count());
        }
        return root;
    }
}
