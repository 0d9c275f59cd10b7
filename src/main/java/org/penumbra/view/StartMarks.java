package org.penumbra.view;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.view.rings.RingsModel;

/**
 * Tells how far a start has come, for whoever measures it, and ends the program after the last mark.
 */
public final class StartMarks {

    /** The system property that asks for marks where it is "true". */
    public static final String PROPERTY = "penumbra.start";

    /** The line that is printed when the window has been drawn with all its controls and its thread is free. */
    public static final String WINDOW = "penumbra-start: window";

    /** The line that is printed when the rings have been trained by a step and that is shown. */
    public static final String RINGS = "penumbra-start: rings";

    private final PrintStream out;
    private final Set<String> awaited = new HashSet<>(Set.of(WINDOW, RINGS));

    private StartMarks(PrintStream out) {
        this.out = out;
    }

    /** Those that were asked for; empty where nobody measures. */
    static Optional<StartMarks> wanted() {
        return Boolean.getBoolean(PROPERTY) ? Optional.of(new StartMarks(System.out)) : Optional.empty();
    }

    /** Tells when a window that has just been shown is drawn. */
    void watch(Stage stage) {
        DrawnStage.whenDrawn(stage, () -> tell(WINDOW));
    }

    /** Tells when the rings are being learnt. */
    void watch(RingsModel rings) {
        rings.frameProperty().addListener(new ChangeListener<RingsFrame>() {
            @Override
            public void changed(ObservableValue<? extends RingsFrame> observed, RingsFrame before, RingsFrame now) {
                if (now != null && now.step() > 0) {
                    rings.frameProperty().removeListener(this);
                    tell(RINGS);
                }
            }
        });
    }

    private void tell(String mark) {
        out.println(mark);
        out.flush();
        awaited.remove(mark);
        if (awaited.isEmpty()) {
            Platform.runLater(Platform::exit);
        }
    }
}
