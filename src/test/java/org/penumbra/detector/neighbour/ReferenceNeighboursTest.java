package org.penumbra.detector.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.Evidence;

/**
 * Nearest neighbours against an independent computation in double precision. Evidence is in single precision, so the numbers
 * that hang on the points' last digits are compared twice: from the points in double precision within the file's tolerance, and
 * through a whole detector within what rounding the points costs.
 */
class ReferenceNeighboursTest {

    /** What single precision leaves of numbers of this size. */
    private static final double ROUNDED = 2e-6;

    private static JsonNode reference;
    private static double tolerance;

    @BeforeAll
    static void read() throws IOException {
        reference = Case.file();
        tolerance = reference.get("tolerance").doubleValue();
        assertTrue(reference.get("cases").size() > 0);
    }

    /** One case of the file. */
    private record Case(JsonNode node) {

        static JsonNode file() throws IOException {
            return ReferenceFolder.read("detectors/knn.json");
        }

        int k() {
            return node.get("k").intValue();
        }

        int width() {
            return node.get("dim").intValue();
        }

        double[] points() {
            return numbers(node, "points");
        }

        double[] queries() {
            return numbers(node, "queries");
        }

        int[] labels() {
            return Arrays.stream(numbers(node, "labels"))
                    .mapToInt(label -> (int) label)
                    .toArray();
        }

        int classes() {
            return Arrays.stream(labels()).max().orElseThrow() + 1;
        }

        double[] values(String name) {
            return numbers(node, name);
        }

        int[] neighbours() {
            return Arrays.stream(values("neighbours"))
                    .mapToInt(row -> (int) row)
                    .toArray();
        }

        Evidence evidence(double[] rows) {
            float[] single = new float[rows.length];
            for (int i = 0; i < single.length; i++) {
                single[i] = (float) rows[i];
            }
            int count = rows.length / width();
            return Evidence.of(count, width(), classes())
                    .withInputs(single)
                    .withCode(single)
                    .withOutputs(new float[count * classes()], new float[count * classes()]);
        }
    }

    @Test
    void neighboursAndAllThatIsMadeOfTheirDistancesAgree() {
        for (JsonNode node : reference.get("cases")) {
            Case one = new Case(node);
            Found found =
                    new TreeSearch(one.points(), one.width()).nearest(one.queries(), one.k(), false, FitWatcher.NONE);
            assertArrayEquals(one.neighbours(), found.rows());
            assertArrayEquals(one.values("distances"), found.distances(), tolerance);
            Found among =
                    new TreeSearch(one.points(), one.width()).nearest(one.points(), one.k(), true, FitWatcher.NONE);
            double[] trainMeans = new double[among.count()];
            Arrays.setAll(trainMeans, among::mean);
            assertArrayEquals(one.values("train_mean_distance"), trainMeans, tolerance);
            double scale = NearestNeighbours.median(trainMeans);
            assertEquals(node.get("scale").doubleValue(), scale, tolerance);
            FittedNearestNeighbours fitted = fitted(one, NearestNeighbours.Score.DISTANCE, scale, trainMeans);
            Opinion opinion = fitted.opinion(found);
            for (int query = 0; query < found.count(); query++) {
                assertEquals(one.values("kth_distance")[query], found.farthest(query), tolerance);
                assertEquals(one.values("mean_distance")[query], found.mean(query), tolerance);
                assertEquals(one.values("distance_confidence")[query], opinion.factors()[query], tolerance);
                assertEquals(
                        one.values("distance_p_value")[query], fitted.known().share(-found.mean(query)), tolerance);
                assertEquals((int) one.values("vote_class")[query], opinion.answer(query));
            }
            assertScores(one.values("class_scores"), opinion, tolerance);
            FittedNearestNeighbours votes = fitted(one, NearestNeighbours.Score.VOTES, scale, trainMeans);
            assertScores(one.values("vote_share"), votes.opinion(found), tolerance);
            assertArrayEquals(
                    one.values("vote_confidence"), votes.opinion(found).acceptance(), tolerance);
        }
    }

    private static FittedNearestNeighbours fitted(
            Case one, NearestNeighbours.Score score, double scale, double[] trainMeans) {
        NearestNeighbours detector = new NearestNeighbours(Features.INPUTS, score, Keeping.FLOATS, one.k(), 10_000);
        FitData data = FitData.of(one.evidence(one.points()), one.labels());
        return new FittedNearestNeighbours(
                detector,
                one.width(),
                one.classes(),
                Bank.of(detector, data, detector.plan(), one.k() + 1),
                scale,
                Conformal.of(Arrays.stream(trainMeans).map(mean -> -mean).toArray()),
                0.5);
    }

    private static void assertScores(double[] expected, Opinion opinion, double within) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], Math.exp(opinion.logScores()[i]), within);
        }
    }

    @Test
    void codesOfLengthOneAgree() {
        for (JsonNode node : reference.get("cases")) {
            Case one = new Case(node);
            Found found = new TreeSearch(unit(one.points(), one.width()), one.width())
                    .nearest(unit(one.queries(), one.width()), one.k(), false, FitWatcher.NONE);
            for (int query = 0; query < found.count(); query++) {
                assertEquals(one.values("normalised_kth_distance")[query], found.farthest(query), tolerance);
                assertEquals(one.values("deep_knn_score")[query], -found.farthest(query), tolerance);
            }
            Opinion opinion = new DeepNeighbours(Keeping.FLOATS, one.k(), 10_000)
                    .fit(one.evidence(one.points()), one.labels())
                    .judge(one.evidence(one.queries()));
            assertArrayEquals(one.values("deep_knn_score"), opinion.ranking(), ROUNDED);
        }
    }

    @Test
    void aWholeDetectorSaysTheSame() {
        for (JsonNode node : reference.get("cases")) {
            Case one = new Case(node);
            FittedNearestNeighbours fitted = (FittedNearestNeighbours) new NearestNeighbours(
                            Features.INPUTS, NearestNeighbours.Score.DISTANCE, Keeping.FLOATS, one.k(), 10_000)
                    .fit(one.evidence(one.points()), one.labels());
            assertEquals(node.get("scale").doubleValue(), fitted.scale(), ROUNDED);
            Evidence queries = one.evidence(one.queries());
            Opinion opinion = fitted.judge(queries);
            assertScores(one.values("class_scores"), opinion, ROUNDED);
            for (int query = 0; query < queries.count(); query++) {
                assertEquals(-one.values("mean_distance")[query], opinion.ranking()[query], ROUNDED);
                Reason.Neighbours reason = (Reason.Neighbours) fitted.reason(queries, query);
                assertArrayEquals(
                        Arrays.copyOfRange(one.neighbours(), query * one.k(), (query + 1) * one.k()), reason.rows());
                assertArrayEquals(
                        Arrays.copyOfRange(one.values("distances"), query * one.k(), (query + 1) * one.k()),
                        reason.distances(),
                        ROUNDED);
                assertEquals(one.values("distance_p_value")[query], reason.share(), 1e-12);
                assertEquals(one.labels()[reason.rows()[0]], reason.labels()[0]);
            }
        }
    }

    private static double[] unit(double[] rows, int width) {
        double[] unit = new double[rows.length];
        for (int from = 0; from < rows.length; from += width) {
            double sum = 0;
            for (int i = from; i < from + width; i++) {
                sum += rows[i] * rows[i];
            }
            for (int i = from; i < from + width; i++) {
                unit[i] = rows[i] / Math.sqrt(sum);
            }
        }
        return unit;
    }
}
