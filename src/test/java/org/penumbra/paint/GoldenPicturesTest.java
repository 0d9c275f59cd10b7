package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class GoldenPicturesTest {

    private static final int SIDE = AnalyticField.SIDE;
    private static final FigureAxes AXES = new FigureAxes(-2.5, 2.5, -2.5, 2.5, "x₁", "x₂");

    private final AnalyticField field = new AnalyticField();
    private final int[] pixels = new int[SIDE * SIDE];

    @Test
    void predictionOnLight() throws IOException {
        new FieldPainter(FieldPainter.LIGHT_BACKGROUND).prediction(field.probabilities, 3, pixels);
        assertLike("prediction-light");
    }

    @Test
    void predictionOnDark() throws IOException {
        new FieldPainter(FieldPainter.DARK_BACKGROUND).prediction(field.probabilities, 3, pixels);
        assertLike("prediction-dark");
    }

    @Test
    void scaledOutputsOnDark() throws IOException {
        new FieldPainter(FieldPainter.DARK_BACKGROUND)
                .scaledOutputs(field.probabilities, AnalyticField.withHole(field.confidence), 3, pixels);
        assertLike("scaled-dark");
    }

    @Test
    void confidenceAndCurvature() throws IOException {
        FieldPainter.scalar(AnalyticField.withHole(field.confidence), 0, 1, ColourMap.CONFIDENCE, pixels);
        assertLike("confidence");
        FieldPainter.scalar(field.curvatureFactor, 0, 1, ColourMap.CURVATURE, pixels);
        assertLike("curvature");
    }

    @Test
    void figureWithColourBar() throws IOException {
        FieldPainter.scalar(field.confidence, 0, 1, ColourMap.CONFIDENCE, pixels);
        Figure figure = new Figure(
                "Confidence c\u0303(x)",
                "exp(−α/D · ‖r(x) − x‖) · Γ(x),  α = 20, β = 2",
                new ArgbImage(pixels, SIDE, SIDE),
                AXES,
                new Legend.Bar(ColourMap.CONFIDENCE, 0, 1, "confidence"),
                List.of());
        GoldenPicture.assertLike("figure-confidence", figure.draw(), 0.2, 24);
    }

    @Test
    void figureWithClassesAndContour() throws IOException {
        FieldPainter painter = new FieldPainter(FieldPainter.LIGHT_BACKGROUND);
        painter.scaledOutputs(field.probabilities, field.confidence, 3, pixels);
        Figure figure = new Figure(
                "Scaled outputs y\u0303 = c\u0303(x) · y(x)",
                "line: confidence 0.5",
                new ArgbImage(pixels, SIDE, SIDE),
                AXES,
                new Legend.Classes(painter, 3, "score of the likeliest class"),
                List.of(new FigureMark.Border(Contours.lines(field.confidence, SIDE, SIDE, 0.5), true)));
        GoldenPicture.assertLike("figure-scaled", figure.draw(), 0.2, 24);
    }

    @Test
    @DisabledIfSystemProperty(named = "penumbra.golden.write", matches = "true")
    void mismatchFailsNamesBothFilesAndKeepsThePainted() throws IOException {
        FieldPainter.scalar(field.confidence, 0, 1.2, ColourMap.CONFIDENCE, pixels);
        Path painted = Path.of("target", "golden-mismatch", "confidence.png");
        Files.deleteIfExists(painted);
        String message = assertThrows(AssertionError.class, () -> assertLike("confidence"))
                .getMessage();
        assertTrue(message.contains(painted.toAbsolutePath().toString()), message);
        assertTrue(message.contains(Path.of("golden", "confidence.png").toString()), message);
        assertTrue(Files.exists(painted));
        Files.delete(painted);
    }

    private void assertLike(String name) throws IOException {
        GoldenPicture.assertLike(name, new ArgbImage(pixels, SIDE, SIDE), 0.1, 4);
    }
}
