package org.penumbra.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.penumbra.preset.Presets;
import org.penumbra.view.PenumbraApplication;
import org.penumbra.view.shell.Lab;
import org.penumbra.view.shell.LabEntry;

/**
 * Opens the program's window on the display that is there, gives it one size after another, and looks in every lab for what
 * has no room.
 */
final class WindowWalk {

    private static final int PATIENCE_MILLIS = 120_000;
    private static final int LOOK_MILLIS = 200;
    /** So many looks in a row find the same before it is believed: labs go on arranging themselves while models are read. */
    private static final int CALM_LOOKS = 5;

    /** Width and height, px. */
    record Size(double width, double height) {}

    /**
     * What was found in one lab.
     *
     * @param asked  the size that the window was asked to have, or null for the one it opens with
     * @param stage  what it has, with its frame
     * @param scene  what the labs have of it
     * @param faults what lies outside the window or is cut, a sentence each
     */
    record Look(Size asked, String lab, Size stage, Size scene, List<String> faults) {}

    /**
     * What was found.
     *
     * @param screen what windows may cover of it
     */
    record Report(Size screen, List<Look> looks) {

        /** How many faults there are in all. */
        long faults() {
            return looks.stream().mapToLong(look -> look.faults().size()).sum();
        }
    }

    private final OpenedWindow window;

    private WindowWalk(OpenedWindow window) {
        this.window = window;
    }

    /**
     * Walks through all labs as the window opens, and then at each of these sizes. Starts the toolkit, so once in a process.
     *
     * @param sizes of the window with its frame; the least size and the window manager may make another of one
     */
    static Report take(List<Size> sizes) throws InterruptedException {
        try (OpenedWindow window = new OpenedWindow(Presets.find("rings"), stage -> {})) {
            return new WindowWalk(window).walk(sizes);
        }
    }

    private Report walk(List<Size> sizes) throws InterruptedException {
        List<Look> looks = new ArrayList<>(look(null));
        for (Size size : sizes) {
            window.onUiThread(() -> {
                window.stage().setX(0);
                window.stage().setY(0);
                window.stage().setWidth(size.width());
                window.stage().setHeight(size.height());
                return null;
            });
            looks.addAll(look(size));
        }
        Rectangle2D screen = window.onUiThread(() -> Screen.getPrimary().getVisualBounds());
        return new Report(new Size(screen.getWidth(), screen.getHeight()), looks);
    }

    private List<Look> look(Size asked) throws InterruptedException {
        List<Look> looks = new ArrayList<>();
        for (LabEntry lab : PenumbraApplication.labs(Presets.find("rings"))) {
            window.onUiThread(() -> window.open(lab.name(), Lab.class));
            looks.add(calm(asked, lab.name()));
        }
        return looks;
    }

    /** What is found when the lab has started and nothing moves any more. */
    private Look calm(Size asked, String lab) throws InterruptedException {
        Look last = null;
        int same = 0;
        for (int waited = 0; same < CALM_LOOKS && waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
            Thread.sleep(LOOK_MILLIS);
            boolean starting = window.onUiThread(this::isStarting);
            Look now = window.onUiThread(() -> look(asked, lab));
            same = !starting && now.equals(last) ? same + 1 : 0;
            last = now;
        }
        if (same < CALM_LOOKS) {
            throw new IllegalStateException(
                    "the lab " + lab + " did not come to rest within " + PATIENCE_MILLIS / 1000 + " s");
        }
        return last;
    }

    private boolean isStarting() {
        return window.stage().getScene().getRoot().lookupAll(".starting-cover").stream()
                .anyMatch(Node::isVisible);
    }

    private Look look(Size asked, String lab) {
        Stage stage = window.stage();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        List<String> faults = new ArrayList<>(Fitting.faults(stage.getScene()));
        if (stage.getWidth() > screen.getWidth() || stage.getHeight() > screen.getHeight()) {
            faults.add("the window is larger than the screen");
        }
        return new Look(
                asked,
                lab,
                new Size(stage.getWidth(), stage.getHeight()),
                new Size(stage.getScene().getWidth(), stage.getScene().getHeight()),
                faults);
    }
}
