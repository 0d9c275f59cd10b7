package org.penumbra.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * A hand that does what comes to it: presses what can be pressed, drags, draws, types and uses keys, by the same events as a
 * person's. It keeps off downloads, which are not the window's. Each step is taken on the window's thread by itself, so that
 * the window answers in between.
 */
final class Hand {

    /** Names of controls, or parts of them, that the hand leaves alone. */
    private static final List<String> NOT_TOUCHED = List.of("download", "data-sets", "import");

    private static final KeyCode[] KEYS = {
        KeyCode.S, KeyCode.SPACE, KeyCode.R, KeyCode.T, KeyCode.F9, KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.TAB,
        KeyCode.DOWN, KeyCode.UP, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.F1, KeyCode.N, KeyCode.C, KeyCode.DELETE
    };

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT5,
        KeyCode.DIGIT9,
        KeyCode.PERIOD,
        KeyCode.BACK_SPACE
    };

    private static final int LABS = 5;

    private final Stage stage;
    private final Robot robot = new Robot();
    private final SplittableRandom random;
    private final Consumer<String> told;

    /**
     * @param seed what comes to it
     * @param told hears what it does, a few words
     */
    Hand(Stage stage, long seed, Consumer<String> told) {
        this.stage = stage;
        this.random = new SplittableRandom(seed);
        this.told = told;
    }

    /** What it does next, step by step. */
    List<Runnable> next() {
        if (stage.getScene().lookup(".data-sheet") != null) {
            return key("leave the data", KeyCode.ESCAPE);
        }
        int choice = random.nextInt(100);
        if (choice < 45) {
            return control();
        }
        if (choice < 60) {
            return drag();
        }
        if (choice < 68) {
            return click("somewhere", somewhere());
        }
        if (choice < 74) {
            return List.of(() -> robot.mouseMove(somewhere()), () -> robot.mouseWheel(random.nextInt(-3, 4)));
        }
        if (choice < 80) {
            KeyCode lab = KeyCode.valueOf("DIGIT" + (1 + random.nextInt(LABS)));
            return withControl("lab " + lab.getName(), lab);
        }
        if (choice < 82) {
            return withControl("preferences", KeyCode.COMMA);
        }
        KeyCode pressed = KEYS[random.nextInt(KEYS.length)];
        return key("key " + pressed.getName(), pressed);
    }

    /** Leaves what lies over the window and opens a lab. @param number from 1 */
    List<Runnable> openLab(int number) {
        List<Runnable> steps = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            steps.addAll(key("leave", KeyCode.ESCAPE));
        }
        steps.addAll(withControl("lab " + number, KeyCode.valueOf("DIGIT" + number)));
        return steps;
    }

    private List<Runnable> key(String name, KeyCode key) {
        return List.of(() -> {
            told.accept(name);
            robot.keyPress(key);
            robot.keyRelease(key);
        });
    }

    private List<Runnable> withControl(String name, KeyCode key) {
        return List.of(() -> {
            told.accept(name);
            robot.keyPress(KeyCode.CONTROL);
            robot.keyPress(key);
            robot.keyRelease(key);
            robot.keyRelease(KeyCode.CONTROL);
        });
    }

    private List<Runnable> control() {
        List<Node> controls = new ArrayList<>();
        collect(stage.getScene().getRoot(), controls);
        if (controls.isEmpty()) {
            return click("somewhere", somewhere());
        }
        Node chosen = controls.get(random.nextInt(controls.size()));
        String name = chosen.getClass().getSimpleName() + " " + chosen.getId();
        List<Runnable> steps = new ArrayList<>(click(name, within(chosen)));
        if (chosen instanceof TextInputControl) {
            for (int letter = random.nextInt(4); letter >= 0; letter--) {
                steps.addAll(key("type", DIGITS[random.nextInt(DIGITS.length)]));
            }
            steps.addAll(key("enter", KeyCode.ENTER));
        } else if (chosen instanceof ComboBoxBase<?>) {
            for (int line = random.nextInt(5); line >= 0; line--) {
                steps.addAll(key("down", random.nextBoolean() ? KeyCode.DOWN : KeyCode.UP));
            }
            steps.addAll(key("enter", KeyCode.ENTER));
        }
        return steps;
    }

    private void collect(Node node, List<Node> controls) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean wanted = node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof TextInputControl
                || node instanceof TitledPane;
        if (wanted && mayTouch(node) && isSeen(node)) {
            controls.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
        }
    }

    private static boolean mayTouch(Node node) {
        String id = String.valueOf(node.getId());
        return NOT_TOUCHED.stream().noneMatch(id::startsWith);
    }

    private boolean isSeen(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        Scene scene = stage.getScene();
        return bounds != null
                && bounds.getCenterX() > 0
                && bounds.getCenterY() > 0
                && bounds.getCenterX() < scene.getWidth()
                && bounds.getCenterY() < scene.getHeight();
    }

    /** On a slider anywhere, on anything else in its middle. */
    private Point2D within(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        double share = node instanceof Slider ? random.nextDouble() : 0.5;
        return new Point2D(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
    }

    private Point2D somewhere() {
        Scene scene = stage.getScene();
        return new Point2D(
                stage.getX() + scene.getX() + random.nextDouble() * scene.getWidth(),
                stage.getY() + scene.getY() + random.nextDouble() * scene.getHeight());
    }

    private List<Runnable> click(String name, Point2D where) {
        return List.of(
                () -> {
                    told.accept(name);
                    robot.mouseMove(where);
                },
                () -> robot.mousePress(MouseButton.PRIMARY),
                () -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private List<Runnable> drag() {
        List<Runnable> steps = new ArrayList<>();
        Point2D at = somewhere();
        steps.add(() -> {
            told.accept("drag");
            robot.mouseMove(at);
        });
        steps.add(() -> robot.mousePress(MouseButton.PRIMARY));
        Point2D next = at;
        for (int move = 4 + random.nextInt(12); move > 0; move--) {
            next = next.add(random.nextInt(-40, 41), random.nextInt(-40, 41));
            Point2D to = next;
            steps.add(() -> robot.mouseMove(to));
        }
        steps.add(() -> robot.mouseRelease(MouseButton.PRIMARY));
        return steps;
    }
}
