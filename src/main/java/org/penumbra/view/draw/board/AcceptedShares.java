package org.penumbra.view.draw.board;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.Problem;
import org.penumbra.detector.Fitted;
import org.penumbra.live.draw.AcceptedShare;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.message.FailureReports;

/** How many test images each fitted detector accepts; asked once in the background, where those images are here. */
final class AcceptedShares {

    private final Background background;
    private final DataDesk data;
    private final Map<Fitted, Optional<AcceptedShare.Accepted>> known = new IdentityHashMap<>();
    private final Map<Fitted, AcceptedShare> running = new IdentityHashMap<>();

    AcceptedShares(Background background, DataDesk data) {
        this.background = background;
        this.data = data;
    }

    /** Shows on a card what is known of its detector, and finds it out where it is not. */
    void find(DetectorCard card, Fitted detector, ImageModel model) {
        card.accept(known.getOrDefault(detector, Optional.empty()).orElse(null));
        if (known.containsKey(detector) || running.containsKey(detector)) {
            return;
        }
        AcceptedShare share = new AcceptedShare(model, detector, data.home());
        running.put(detector, share);
        background.run(
                share,
                found -> {
                    running.remove(detector);
                    if (found.isPresent()) {
                        known.put(detector, found);
                    }
                    if (card.fitted().filter(now -> now == detector).isPresent()) {
                        card.accept(found.orElse(null));
                    }
                },
                problem -> {
                    running.remove(detector);
                    // Images that cannot be read are told of where the card says how it was tested; here nothing is
                    // claimed.
                    known.put(detector, Optional.empty());
                    if (!(problem instanceof Problem)) {
                        FailureReports.report(problem);
                    }
                });
    }

    /** Ends what is running. */
    void close() {
        running.values().forEach(AcceptedShare::cancel);
    }
}
