package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.data.Position;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.RingsSymbols;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.NumberSlider;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * Shows the panes of this package with an analytic frame, to be looked at. Arguments: those of every {@link Demo}, and
 * points, arrows, contour, pointer, unknown, card, alone, wrong, zoomed, live (frames and curve points keep coming; prints
 * frames a second).
 */
final class FieldsDemo extends Demo {

    private final FakeState state = new FakeState();
    private final VBox left = new VBox(16);
    private NumberSlider alpha;
    private HeatmapsPane heatmaps;
    private CurvesPane curves;

    private FieldsDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new FieldsDemo(arguments).run();
    }

    @Override
    protected void open() {
        state.points.set(has("points") ? Spread.EVERYWHERE : Spread.ON_Y);
        state.arrows.set(has("arrows"));
        state.contour.set(has("contour") ? Spread.EVERYWHERE : Spread.ON_Y);
        state.train(200, 3000);
        heatmaps = new HeatmapsPane(state.source());
        PointerPane pointer = new PointerPane(state.source());
        curves = new CurvesPane();
        curves.add(curve(0, 300));
        alpha = new NumberSlider(
                "alpha",
                new SymbolButton(RingsSymbols.ALPHA, new SimpleStringProperty("20")),
                NumberScale.logarithmic(0.1, 1000).withZero(),
                20);
        alpha.valueProperty()
                .addListener((value, old, now) ->
                        state.confidence.set(state.confidence.get().withAlpha(now.doubleValue())));
        NumberSlider tau =
                new NumberSlider("tau", new SymbolButton(RingsSymbols.TAU, null), NumberScale.linear(0.01, 1), 0.5);
        left.getChildren().addAll(alpha, tau);
        for (var symbol : RingsSymbols.ALL) {
            left.getChildren().add(new SymbolButton(symbol, new SimpleStringProperty("0.25")));
        }
        left.setPrefWidth(264);
        left.setMinWidth(264);
        left.setStyle("-fx-padding: 8px;");
        VBox right = new VBox(pointer, curves);
        VBox.setVgrow(curves, Priority.ALWAYS);
        right.setPrefWidth(300);
        right.setMinWidth(300);
        HBox all = new HBox(left, heatmaps, right);
        HBox.setHgrow(heatmaps, Priority.ALWAYS);
        fill(all, "1280x740");
    }

    @Override
    protected void shown() {
        if (has("pointer")) {
            state.pointer.set(new Position(1.62, 0.87));
        }
        if (has("unknown")) {
            state.pointer.set(new Position(1.0, 1.05));
        }
        if (has("alone")) {
            heatmaps.showAlone(Field.CONFIDENCE);
        }
        if (has("zoomed")) {
            state.region.set(new org.penumbra.data.plane.PlaneRegion(0.25, 1.75, 0.1, 1.6));
        }
        if (has("wrong")) {
            var field = (javafx.scene.control.TextField) alpha.lookup(".text-field");
            field.setText("twenty");
            field.fireEvent(new javafx.event.ActionEvent());
        }
        if (has("card")) {
            var later = new javafx.animation.PauseTransition(javafx.util.Duration.seconds(1));
            later.setOnFinished(event -> ((SymbolButton) left.getChildren().get(4)).fire());
            later.play();
        }
        if (has("live")) {
            live();
        }
    }

    private void live() {
        new AnimationTimer() {
            private long second = System.nanoTime();
            private long last = second;
            private long longest;
            private int pulses;
            private int step = 300;

            @Override
            public void handle(long now) {
                longest = Math.max(longest, System.nanoTime() - last);
                last = System.nanoTime();
                pulses++;
                var frame = state.frame.get();
                state.frame.set(new org.penumbra.live.rings.RingsFrame(
                        0, step, frame.grid(), frame.response(), frame.points(), frame.hollows()));
                if (pulses % 3 == 0) {
                    curves.add(curve(step, ++step));
                }
                if (System.nanoTime() - second > 2e9) {
                    System.out.printf(
                            "%.1f pulses/s, longest %.1f ms, repaint %.2f ms%n",
                            pulses * 1e9 / (System.nanoTime() - second), longest / 1e6, heatmaps.lastRepaintMillis());
                    second = System.nanoTime();
                    pulses = 0;
                    longest = 0;
                }
            }
        }.start();
    }

    private static List<RingsPoint> curve(int from, int to) {
        Random random = new Random(from);
        List<RingsPoint> points = new ArrayList<>();
        for (int i = from; i < to; i++) {
            double done = i * 20 / 900.0;
            points.add(new RingsPoint(
                    0,
                    i * 20L,
                    1.1 * Math.exp(-done) + 0.004 + 0.002 * random.nextDouble(),
                    0.5 * Math.exp(-2 * done) + 0.009 + 0.001 * random.nextDouble(),
                    1 - 0.66 * Math.exp(-3 * done),
                    0.997 - 0.4 * Math.exp(-done),
                    0.9995 - 0.45 * Math.exp(-done)));
        }
        return points;
    }
}
