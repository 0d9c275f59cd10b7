package org.penumbra.view;

import java.util.List;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;
import org.penumbra.live.RingsSession;
import org.penumbra.preset.Preset;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.Presets;
import org.penumbra.view.rings.RingsLab;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.Message;

/**
 * The program with a window. It takes one parameter, {@code --preset NAME|FILE}; where that is wrong, the window opens
 * with the paper's rings and says what is wrong.
 */
public final class PenumbraApplication extends Application {

    private static final String FIRST_PRESET = "rings";

    private Preset start;
    private String problem = "";
    private MainWindow window;

    /** Reads the preset before there is a window, off its thread. */
    @Override
    public void init() {
        try {
            start = Presets.load(wantedPreset(getParameters().getRaw()));
        } catch (PresetException wrong) {
            problem = wrong.getMessage();
            start = Presets.load(FIRST_PRESET);
        }
    }

    @Override
    public void start(Stage stage) {
        window = new MainWindow(stage, labs(start), Preferences.userNodeForPackage(PenumbraApplication.class));
        if (!problem.isEmpty()) {
            window.messages().show(Message.failure("The preset could not be opened", problem));
        }
        stage.show();
    }

    @Override
    public void stop() {
        window.close();
    }

    /** Every lab of the program, in the order of the navigation. */
    static List<LabEntry> labs(Preset start) {
        return List.of(new LabEntry("Rings", "A network learns points of the plane; see where it should not be trusted",
                context -> rings(start, context)));
    }

    private static RingsLab rings(Preset start, LabContext context) {
        return new RingsLab(start, RingsSession::new, context);
    }

    private static String wantedPreset(List<String> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (parameter.startsWith("--preset=")) {
                return parameter.substring("--preset=".length());
            }
            if (parameter.equals("--preset")) {
                return i + 1 < parameters.size() ? parameters.get(i + 1) : "";
            }
        }
        return FIRST_PRESET;
    }
}
