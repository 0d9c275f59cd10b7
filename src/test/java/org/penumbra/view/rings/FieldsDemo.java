package org.penumbra.view.rings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.penumbra.data.Position;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.NumberSlider;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * Shows the panes of this package with an analytic frame, to be looked at. Arguments: dark, points, arrows, contour,
 * pointer, card, alone, wrong, zoomed, live (frames and curve points keep coming; prints frames a second).
 */
final class FieldsDemo {

    private FieldsDemo() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window itself. */
    public static final class Window extends Application {
        private final FakeState state = new FakeState();

        @Override
        public void start(Stage stage) {
            List<String> wanted = getParameters().getRaw();
            setUserAgentStylesheet(
                    wanted.contains("dark")
                            ? new PrimerDark().getUserAgentStylesheet()
                            : new PrimerLight().getUserAgentStylesheet());
            state.points.set(wanted.contains("points"));
            state.arrows.set(wanted.contains("arrows"));
            state.contour.set(wanted.contains("contour"));
            state.train(200, 3000);
            HeatmapsPane heatmaps = new HeatmapsPane(state.source());
            PointerPane pointer = new PointerPane(state.source());
            CurvesPane curves = new CurvesPane();
            curves.add(curve(0, 300));
            NumberSlider alpha = new NumberSlider(
                    "alpha",
                    new SymbolButton(RingsSymbols.ALPHA, new SimpleStringProperty("20")),
                    NumberScale.logarithmic(0.1, 1000).withZero(),
                    20);
            alpha.valueProperty()
                    .addListener((value, old, now) ->
                            state.confidence.set(state.confidence.get().withAlpha(now.doubleValue())));
            NumberSlider tau =
                    new NumberSlider("tau", new SymbolButton(RingsSymbols.TAU, null), NumberScale.linear(0.01, 1), 0.5);
            VBox left = new VBox(16, alpha, tau);
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
            stage.setScene(new Scene(all, 1280, 740));
            stage.show();
            if (wanted.contains("pointer")) {
                state.pointer.set(new Position(1.62, 0.87));
            }
            if (wanted.contains("unknown")) {
                state.pointer.set(new Position(1.0, 1.05));
            }
            if (wanted.contains("alone")) {
                heatmaps.showAlone(Field.CONFIDENCE);
            }
            if (wanted.contains("zoomed")) {
                state.region.set(new org.penumbra.data.plane.PlaneRegion(0.25, 1.75, 0.1, 1.6));
            }
            if (wanted.contains("wrong")) {
                var field = (javafx.scene.control.TextField) alpha.lookup(".text-field");
                field.setText("twenty");
                field.fireEvent(new javafx.event.ActionEvent());
            }
            if (wanted.contains("card")) {
                var later = new javafx.animation.PauseTransition(javafx.util.Duration.seconds(1));
                later.setOnFinished(event -> ((SymbolButton) left.getChildren().get(4)).fire());
                later.play();
            }
            if (wanted.contains("live")) {
                live(heatmaps, curves);
            }
        }

        private void live(HeatmapsPane heatmaps, CurvesPane curves) {
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
                                pulses * 1e9 / (System.nanoTime() - second),
                                longest / 1e6,
                                heatmaps.lastRepaintMillis());
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
}
