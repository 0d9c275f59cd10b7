package org.penumbra.view.widget;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.kit.window.Demo;
import org.penumbra.paint.ColourMap;
import org.penumbra.view.widget.chart.Histogram;

/**
 * Shows what the labs of image models share, to be looked at: digits, residuals, bars of scores, a histogram. Arguments:
 * those of every {@link Demo}.
 */
final class AnswersDemo extends Demo {

    private AnswersDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new AnswersDemo(arguments).run();
    }

    @Override
    protected void open() {
        float[] digit = new BuiltInDigits(4, 1, 3).make().training().image(3);
        float[] residual = new float[digit.length];
        Random random = new Random(3);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (float) Math.abs(digit[i] * random.nextGaussian() * 0.4);
        }
        DigitView plain = new DigitView(4);
        plain.show(digit);
        plain.readOut("ink");
        DigitView coloured = new DigitView(4);
        coloured.show(residual, ColourMap.RESIDUAL, 1);
        Histogram histogram = new Histogram("reconstruction error \u2016r(x) \u2212 x\u2016", "share of the images");
        histogram.show(List.of(
                population("10 000 test images", random, 2.2, 0.5),
                population("noise", random, 10, 0.8),
                population("Fashion-MNIST", random, 6, 1.5)));
        histogram.mark(new Histogram.Mark(5.5, "this drawing 5.5"));
        histogram.limit(new Histogram.Mark(4.4, "c\u0303 < \u03c4 from 4.4 on"));
        VBox.setVgrow(histogram, Priority.ALWAYS);
        HBox bars = new HBox(16, bars(10, false), bars(10, true), bars(2, false), bars(20, false));
        VBox all = new VBox(16, new HBox(16, plain, coloured), bars, histogram);
        all.setStyle("-fx-padding: 16px; -fx-background-color: -color-bg-default;");
        fill(all, "1000x800");
    }

    private static Histogram.Population population(String name, Random random, double mean, double deviation) {
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(0.3, mean + deviation * random.nextGaussian());
        }
        return new Histogram.Population(name, values);
    }

    private static ScoreBars bars(int classes, boolean fashion) {
        ScoreBars bars = new ScoreBars();
        List<String> names = fashion
                ? List.of(
                        "T-shirt/top",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot")
                : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        float[] y = new float[classes];
        y[1] = 0.2f;
        y[0] = 0.7f;
        y[classes - 1] = 0.1f;
        bars.show(names, y, classes == 10 ? 0.8 : 0.4, 0.5);
        HBox.setHgrow(bars, Priority.ALWAYS);
        return bars;
    }
}
