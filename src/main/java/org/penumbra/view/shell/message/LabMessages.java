package org.penumbra.view.shell.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one lab. They leave with it, so that no lab is covered by what another one has to say. A failure that
 * nobody has closed comes back with the lab; what would have faded does not. A message that comes while another lab is
 * shown, such as of a file that was saved meanwhile, is shown at once and says which lab it is from.
 */
public final class LabMessages implements MessageBoard {

    private final Messages board;
    private final String lab;
    private final List<Message> own = new ArrayList<>();
    private final List<Message> aside = new ArrayList<>();
    /** It is made for a lab that is about to be shown. */
    private boolean entered = true;

    /**
     * @param board where they are shown
     * @param lab   its name
     */
    public LabMessages(Messages board, String lab) {
        this.board = board;
        this.lab = lab;
    }

    @Override
    public void show(Message message) {
        own.retainAll(board.shown());
        own.remove(message);
        own.add(message);
        aside.remove(message);
        board.show(message, entered ? "" : lab);
    }

    @Override
    public void hide(Message message) {
        aside.remove(message);
        board.hide(message);
    }

    /** The lab has become the one that is shown. */
    public void entered() {
        entered = true;
        List<Message> back = List.copyOf(aside);
        aside.clear();
        back.forEach(this::show);
    }

    /** Another lab is about to be shown, or has been already. */
    public void left() {
        entered = false;
        own.retainAll(board.shown());
        for (Message message : own) {
            board.hide(message);
            if (message.kind() == Message.Kind.FAILURE) {
                aside.add(message);
            }
        }
        own.clear();
    }
}
