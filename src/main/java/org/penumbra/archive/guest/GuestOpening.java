package org.penumbra.archive.guest;

import java.util.List;
import org.penumbra.net.guest.GuestModel;

/**
 * A guest as it was opened.
 *
 * @param model   with the reading that a person noted, or a guessed one
 * @param reasons why it was guessed so, a sentence each; for a noted reading the reasons of what would have been guessed
 * @param noted   whether a file beside it says what is taken for what
 */
public record GuestOpening(GuestModel model, List<String> reasons, boolean noted) {

    public GuestOpening {
        reasons = List.copyOf(reasons);
    }
}
