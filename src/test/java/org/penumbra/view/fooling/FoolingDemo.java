package org.penumbra.view.fooling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.fooling.FoolingSession;
import org.penumbra.paint.PngFile;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.LabEntry;

/**
 * Shows the fooling lab on a screen in memory, to be looked at. Arguments are done one after another, then it ends: light,
 * dark, size=WIDTHxHEIGHT, target=N (-1 for all), protocol=NAME, steps=N, speed=N, tau=N, add=MODEL, replace=OLD/NEW, play,
 * pause, watch=VICTIM/TRIAL, remove=MODEL, wait=SECONDS, picture=FILE (the window), sheet=FILE (what an export writes).
 * Only data=DIR is heeded before the others.
 */
final class FoolingDemo extends Demo {

    private final String[] steps;
    private FoolingLab lab;

    private FoolingDemo(String... arguments) {
        super(Stream.of(arguments).filter(FoolingDemo::isForTheStart).toArray(String[]::new));
        steps = Stream.of(arguments).filter(word -> !isForTheStart(word)).toArray(String[]::new);
    }

    private static boolean isForTheStart(String word) {
        return word.startsWith("data=");
    }

    public static void main(String[] arguments) throws Exception {
        new FoolingDemo(arguments).run();
    }

    @Override
    protected boolean isInMemory() {
        return true;
    }

    @Override
    protected void open() {
        fill(
                ImageDataPart.of(data(), DataSources.shipped()),
                new LabEntry("Rings", "", context -> lab = new FoolingLab(FoolingSession::new, context)),
                new LabEntry("Fooling", "", context -> lab));
    }

    @Override
    protected void perform() throws Exception {
        await(() -> lab.model().planProperty().get() != null);
        for (String step : steps) {
            String[] parts = step.split("=", 2);
            String value = parts.length == 1 ? "" : parts[1];
            switch (parts[0]) {
                case "wait" -> pause(Double.parseDouble(value));
                case "picture" -> write(Path.of(value));
                default -> on(() -> act(parts[0], value));
            }
        }
        end();
    }

    private void act(String what, String value) {
        FoolingModel model = lab.model();
        String[] two = value.split("/");
        switch (what) {
            case "light", "dark" -> {
                if (!window().theme().name().equalsIgnoreCase(what)) {
                    ((javafx.scene.control.Button) stage().getScene().lookup("#theme")).fire();
                }
            }
            case "size" -> resize(value);
            case "target" -> model.targetProperty().set(Integer.parseInt(value));
            case "protocol" -> model.protocolProperty().set(Protocol.valueOf(value.toUpperCase(java.util.Locale.ROOT)));
            case "steps" -> model.mostStepsProperty().set(Integer.parseInt(value));
            case "speed" -> model.speedProperty().set(new Speed(Double.parseDouble(value)));
            case "tau" -> model.tauProperty().set(Double.parseDouble(value));
            case "add" -> model.victims().add(entry(value));
            case "replace" -> model.victims().replace(two[0], entry(two[1]));
            case "play" -> model.play();
            case "pause" -> model.pause();
            case "watch" ->
                model.watchedProperty()
                        .set(new FoolingModel.Watched(Integer.parseInt(two[0]), Integer.parseInt(two[1])));
            case "remove" -> model.victims().remove(value);
            case "sheet" ->
                model.record(recording -> {
                    try {
                        PngFile.write(new FoolingSheets(recording).last(), Path.of(value));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            default -> throw new IllegalArgumentException("unknown: " + what);
        }
    }

    private org.penumbra.view.shell.ModelEntry entry(String name) {
        return lab.context().models().find(name).orElseThrow();
    }
}
