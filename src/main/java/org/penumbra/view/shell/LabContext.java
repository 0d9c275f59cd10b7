package org.penumbra.view.shell;

import org.penumbra.live.engine.Background;
import org.penumbra.live.engine.Saves;
import org.penumbra.view.shell.message.Messages;

/**
 * What a lab needs of the window it lives in.
 *
 * @param messages   shows what a person should read
 * @param background reads files without holding up the window or another read
 * @param saves      writes files, which the window waits for when it is closed
 * @param files      asks which file
 * @param replacing  asks before files in a folder are replaced
 * @param data       image data: where they are, and the sheet on which they are downloaded and imported
 * @param models     trained image models: those that ship, and those opened or trained in this window
 */
public record LabContext(
        Messages messages,
        Background background,
        Saves saves,
        FilePicker files,
        Replacing replacing,
        DataDesk data,
        ModelDesk models) {}
