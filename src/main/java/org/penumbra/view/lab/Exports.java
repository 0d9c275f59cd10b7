package org.penumbra.view.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.penumbra.live.engine.Saves;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.Message;

/**
 * Writes what a lab shows into files, in the background, and tells what became of it. What is to be written is taken
 * before, so that a file shows what was seen when it was asked for.
 */
public final class Exports {

    /** A picture. */
    public static final FilePicker.Kind PNG = new FilePicker.Kind("PNG picture", "png");
    /** A moving picture. */
    public static final FilePicker.Kind GIF = new FilePicker.Kind("Animated GIF", "gif");
    /** A table. */
    public static final FilePicker.Kind CSV = new FilePicker.Kind("Comma-separated values", "csv");

    private final LabContext context;

    /** Writes a file, or several into a folder; runs in the background. */
    @FunctionalInterface
    public interface Writing {
        void run() throws IOException;
    }

    /** @param context asks where to, and shows the messages */
    public Exports(LabContext context) {
        this.context = context;
    }

    /** Asks for a file to write; empty when the person decides against it. */
    public Optional<Path> ask(String title, FilePicker.Kind kind, String proposedName) {
        return context.files().toSave(title, kind, proposedName);
    }

    /**
     * Asks for a folder to write into, and where files would be replaced there, whether that shall be.
     *
     * @param names of the files
     * @param write called when the person has decided for it
     */
    public void askFolder(String title, List<String> names, Consumer<Path> write) {
        context.files()
                .folder(title)
                .ifPresent(folder -> context.replacing().inFolder(folder, names, () -> write.accept(folder)));
    }

    /**
     * Writes, and tells how it went.
     *
     * @param target the file, or the folder
     */
    public void write(Path target, Writing writing) {
        write(target, context.saves().announce(target), writing);
    }

    /**
     * Announces a file whose content is still to come, so that the window does not close before it is written.
     *
     * @param target the file, or the folder
     * @return what receives the content
     */
    public Consumer<Writing> announce(Path target) {
        Saves.Save save = context.saves().announce(target);
        return writing -> write(target, save, writing);
    }

    private void write(Path target, Saves.Save save, Writing writing) {
        save.write(
                () -> {
                    writing.run();
                    return target;
                },
                this::tellSaved,
                problem -> tellFailed(target, problem));
    }

    /**
     * Says that there is nothing to export.
     *
     * @param remedy how to come by something, a sentence
     */
    public void tellNothing(String remedy) {
        context.messages().show(new Message(Message.Kind.WARNING, "There is nothing to export yet", remedy, List.of()));
    }

    /** Says that a file was written. */
    public void tellSaved(Path target) {
        context.messages().show(Message.note("Saved", target.toAbsolutePath().toString()));
    }

    private void tellFailed(Path target, Throwable problem) {
        context.messages()
                .show(
                        Message.failure(
                                "The export failed",
                                target + ": "
                                        + Optional.ofNullable(problem.getMessage())
                                                .orElse(problem.getClass().getSimpleName())
                                        + "\nCheck that the folder exists, may be written to and has room, or export elsewhere."));
    }
}
