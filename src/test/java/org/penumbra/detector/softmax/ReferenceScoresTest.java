package org.penumbra.detector.softmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.FitData;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.Evidence;

/** The scores of logits against an independent computation in double precision. */
class ReferenceScoresTest {

    private static JsonNode reference;
    private static double tolerance;

    @BeforeAll
    static void read() throws IOException {
        reference = ReferenceFolder.read("detectors/scores.json");
        tolerance = reference.get("tolerance").doubleValue();
    }

    private static double[][] rows(JsonNode node, String key) {
        double[] all = numbers(node, key);
        int count = node.get(key).size();
        int width = all.length / count;
        double[][] rows = new double[count][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(all, row * width, (row + 1) * width));
        return rows;
    }

    private static void assertClose(double expected, double found, String what) {
        assertEquals(expected, found, tolerance * Math.max(1, Math.abs(expected)), what);
    }

    @Test
    void logitsAlone() {
        double[][] logits = rows(reference, "logits");
        double[] largest = numbers(reference, "max_logit");
        double[] margin = numbers(reference, "margin");
        for (int row = 0; row < logits.length; row++) {
            assertClose(largest[row], LogitScores.largest(logits[row]), "max logit " + row);
            assertClose(margin[row], LogitScores.margin(logits[row]), "margin " + row);
        }
    }

    @Test
    void scoresAtTemperatures() {
        double[][] logits = rows(reference, "logits");
        assertTrue(reference.get("by_temperature").size() > 0);
        for (JsonNode one : reference.get("by_temperature")) {
            Tempered tempered = new Tempered(one.get("temperature").doubleValue());
            double[][] softmax = rows(one, "softmax");
            for (int row = 0; row < logits.length; row++) {
                String what = tempered + ", row " + row;
                double[] probabilities = tempered.probabilities(logits[row]);
                for (int c = 0; c < probabilities.length; c++) {
                    assertClose(softmax[row][c], probabilities[c], what);
                }
                assertClose(numbers(one, "max_softmax")[row], tempered.highest(logits[row]), what);
                assertClose(numbers(one, "energy_score")[row], tempered.energyScore(logits[row]), what);
                assertClose(numbers(one, "entropy")[row], tempered.entropy(logits[row]), what);
                assertClose(numbers(one, "normalised_entropy_confidence")[row], tempered.certainty(logits[row]), what);
                double highest = tempered.highest(logits[row]);
                if (highest < 0.999) {
                    assertClose(Math.log(highest / (1 - highest)), tempered.logOdds(logits[row]), what);
                }
            }
        }
    }

    @Test
    void generalizedEntropy() {
        double[][] logits = rows(reference, "logits");
        JsonNode gen = reference.get("gen");
        assertTrue(gen.size() > 0);
        gen.fields().forEachRemaining(field -> {
            double gamma = Double.parseDouble(word(field.getKey(), 1));
            int top = Integer.parseInt(word(field.getKey(), 3));
            for (int row = 0; row < logits.length; row++) {
                double[] probabilities = new Tempered(1).probabilities(logits[row]);
                assertClose(
                        field.getValue().get(row).doubleValue(),
                        new GeneralizedEntropy(gamma, top).of(probabilities),
                        field.getKey() + ", row " + row);
            }
        });
    }

    /** Of a name like "gamma 0.1, top 4". */
    private static String word(String name, int index) {
        return name.replace(",", "").split(" ")[index];
    }

    @Test
    void theTemperatureIsTheBest() {
        JsonNode fit = reference.get("temperature_fit");
        double[] logits = numbers(fit, "logits");
        int[] labels = Arrays.stream(numbers(fit, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        TemperatureLoss loss = new TemperatureLoss(logits, labels, 1);
        double temperature = loss.best(Temperature.RANGE);
        assertClose(fit.get("temperature").doubleValue(), temperature, "temperature");
        assertClose(fit.get("loss").doubleValue(), loss.at(temperature), "loss");
        assertClose(fit.get("loss_at_1").doubleValue(), loss.at(1), "loss at 1");

        float[] single = new float[logits.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) logits[i];
        }
        int classes = logits.length / labels.length;
        Evidence evidence = Evidence.of(labels.length, 2, classes).withOutputs(single, new float[0]);
        TemperedOutputs fitted = (TemperedOutputs) new Temperature().fit(FitData.of(evidence, labels), share -> true);
        assertEquals(temperature, fitted.temperature(), 1e-6);
    }

    @Test
    void odin() {
        JsonNode odin = reference.get("odin");
        Odin method = new Odin(
                new Tempered(odin.get("temperature").doubleValue()),
                odin.get("epsilon").doubleValue());
        TanhNetwork network =
                new TanhNetwork(rows(odin, "w1"), numbers(odin, "b1"), rows(odin, "w2"), numbers(odin, "b2"));
        double[][] inputs = rows(odin, "x");
        for (int row = 0; row < inputs.length; row++) {
            double[] gradient = network.gradient(inputs[row], method.slopes(network.logits(inputs[row])));
            double[] moved = method.moved(inputs[row], gradient);
            for (int i = 0; i < moved.length; i++) {
                assertClose(rows(odin, "gradient")[row][i], gradient[i], "gradient of row " + row);
                assertClose(rows(odin, "perturbed")[row][i], moved[i], "row " + row + " moved");
            }
            assertClose(numbers(odin, "score")[row], method.score(network.logits(moved)), "score of row " + row);
        }
    }

    /** {@code logits = tanh(x w1 + b1) w2 + b2}. */
    private record TanhNetwork(double[][] w1, double[] b1, double[][] w2, double[] b2) {

        private double[] hidden(double[] x) {
            double[] hidden = b1.clone();
            for (int j = 0; j < hidden.length; j++) {
                for (int i = 0; i < x.length; i++) {
                    hidden[j] += x[i] * w1[i][j];
                }
                hidden[j] = Math.tanh(hidden[j]);
            }
            return hidden;
        }

        double[] logits(double[] x) {
            double[] hidden = hidden(x);
            double[] logits = b2.clone();
            for (int c = 0; c < logits.length; c++) {
                for (int j = 0; j < hidden.length; j++) {
                    logits[c] += hidden[j] * w2[j][c];
                }
            }
            return logits;
        }

        double[] gradient(double[] x, double[] slopes) {
            double[] hidden = hidden(x);
            double[] gradient = new double[x.length];
            for (int j = 0; j < hidden.length; j++) {
                double slope = 0;
                for (int c = 0; c < slopes.length; c++) {
                    slope += slopes[c] * w2[j][c];
                }
                slope *= 1 - hidden[j] * hidden[j];
                for (int i = 0; i < x.length; i++) {
                    gradient[i] += slope * w1[i][j];
                }
            }
            return gradient;
        }
    }
}
