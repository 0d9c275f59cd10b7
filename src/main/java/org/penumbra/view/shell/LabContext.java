package org.penumbra.view.shell;

import java.util.function.Supplier;
import javafx.stage.Window;
import org.penumbra.live.Background;

/**
 * What a lab needs of the window it lives in.
 *
 * @param messages   shows what a person should read
 * @param background reads and writes files without holding up the window
 * @param window     the owner of dialogs
 */
public record LabContext(Messages messages, Background background, Supplier<Window> window) {
}
