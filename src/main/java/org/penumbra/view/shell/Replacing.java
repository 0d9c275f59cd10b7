package org.penumbra.view.shell;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Asks before files are replaced that somebody may want to keep. Belongs to the JavaFX thread. */
public final class Replacing {

    private final Sheets sheets;

    /** @param sheets where the question is shown */
    Replacing(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * Writes into a folder, and asks first where files are there that would be replaced.
     *
     * @param names of the files that will be written
     * @param write called at once where there are none of them, or when a person has agreed; else not at all
     */
    public void inFolder(Path folder, List<String> names, Runnable write) {
        List<String> there =
                names.stream().filter(name -> isThere(folder.resolve(name))).toList();
        if (there.isEmpty()) {
            write.run();
            return;
        }
        Question.ask(sheets, words(folder.toAbsolutePath().normalize(), there), yes -> {
            if (yes) {
                write.run();
            }
        });
    }

    /** Asks about one file, whether or not it is there. */
    void file(Path file, Question.Answer answer) {
        Question.ask(
                sheets,
                words(
                        file.toAbsolutePath().getParent(),
                        List.of(file.getFileName().toString())),
                answer);
    }

    /** Whether something would be replaced; a folder would not, but be in the way. A link counts, wherever it leads to. */
    static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(file);
    }

    private static Question.Words words(Path folder, List<String> there) {
        boolean one = there.size() == 1;
        String more = there.size() > 2 ? there.size() - 1 + " others" : there.get(there.size() - 1);
        return new Question.Words(
                one ? "Replace " + there.get(0) + "?" : "Replace " + there.size() + " files?",
                (one ? there.get(0) + " is" : there.get(0) + " and " + more + " are")
                        + " already in " + folder + ". What " + (one ? "it holds" : "they hold")
                        + " is lost if you replace " + (one ? "it." : "them."),
                "Replace",
                one ? "Keep the old file" : "Keep the old files");
    }
}
