package org.penumbra.view.shell;

import java.util.List;
import java.util.Optional;
import org.penumbra.live.engine.Background;
import org.penumbra.live.engine.Saves;
import org.penumbra.view.shell.message.LabMessages;

/**
 * What a lab needs of the window it lives in.
 *
 * @param messages   shows what a person should read, as long as the lab is seen
 * @param background reads files without holding up the window or another read
 * @param saves      writes files, which the window waits for when it is closed
 * @param files      asks which file
 * @param replacing  asks before files in a folder are replaced
 * @param stakes     asks before work is lost
 * @param data       image data: where they are, and the sheet on which they are downloaded and imported
 * @param sheets     lays a sheet over the window
 * @param models     trained image models: those that ship, and those opened or trained in this window
 * @param tryOut     the lab in which models are tried out; empty in a window without it
 */
public record LabContext(
        LabMessages messages,
        Background background,
        Saves saves,
        FilePicker files,
        Replacing replacing,
        Stakes stakes,
        DataDesk data,
        Sheets sheets,
        ModelDesk models,
        Optional<TryOut> tryOut) {

    /**
     * Does what loses work, such as a reset, and asks first where much is at stake. What keeps the work has the focus, and
     * Escape keeps it.
     *
     * @param atStake what would be lost, as in {@link Lab#atStake}; empty when it is little
     * @param action  called at once where it is little, or when a person has agreed; else not at all
     */
    public void losing(String atStake, Runnable action) {
        stakes.losing(List.of(atStake), action);
    }
}
