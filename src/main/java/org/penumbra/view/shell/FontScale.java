package org.penumbra.view.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Keeps the letters of a scene readable from afar: the larger the window, the larger the base font, from 13 px at
 * 800 px of height on, and so much larger or smaller as somebody wants them. Every other size is measured in it. Pop-ups
 * share it, as they share the scene's style sheets.
 */
public final class FontScale {

    /** Smallest base font where nobody asks for a smaller one, px. */
    public static final double SMALLEST = 13;

    private static final double LARGEST = 22;
    private static final double ICON = 1.2;
    private static final double SMALL_WIDTH = 1280;
    private static final double SMALL_HEIGHT = 800;
    private static final List<String> CLEAR_FONTS = List.of("Inter", "Segoe UI", "SF Pro Text", "Noto Sans");

    private final Scene scene;
    private final ObservableNumberValue percent;
    private final String family;
    private String sheet = "";

    private FontScale(Scene scene, ObservableNumberValue percent) {
        this.scene = scene;
        this.percent = percent;
        List<String> installed = Font.getFamilies();
        this.family =
                CLEAR_FONTS.stream().filter(installed::contains).findFirst().orElse("System");
    }

    /** Sets the font of a scene now and whenever its size changes. */
    public static void install(Scene scene) {
        install(scene, new SimpleIntegerProperty(100));
    }

    /**
     * The same for somebody who wants other letters than suit the scene.
     *
     * @param percent of the size that suits it
     */
    public static void install(Scene scene, ObservableNumberValue percent) {
        FontScale scale = new FontScale(scene, percent);
        percent.addListener((observed, before, now) -> scale.update());
        scene.heightProperty().addListener((observed, before, now) -> scale.update());
        scene.widthProperty().addListener((observed, before, now) -> scale.update());
        scale.update();
    }

    /** The base font for a scene of this size, px, in steps of half a pixel. */
    public static double size(double width, double height) {
        double room = Math.min(width / SMALL_WIDTH, height / SMALL_HEIGHT);
        return Math.max(SMALLEST, Math.min(LARGEST, halves(SMALLEST * (1 + 0.75 * (room - 1)))));
    }

    private static double halves(double size) {
        return Math.round(2 * size) / 2.0;
    }

    private void update() {
        double size = halves(size(scene.getWidth(), scene.getHeight()) * percent.doubleValue() / 100);
        // An icon is a letter of its own font, so its size cannot be told in that font's em.
        String css = String.format(Locale.ROOT, """
                .root { -fx-font-family: "%s"; -fx-font-size: %.1fpx; }
                .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                """, family, size, size * ICON);
        String next =
                "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
        if (!next.equals(sheet)) {
            scene.getStylesheets().remove(sheet);
            scene.getStylesheets().add(next);
            sheet = next;
        }
    }
}
