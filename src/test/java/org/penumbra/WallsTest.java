package org.penumbra;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The walls of the house: which room may know which. Every rule says why it stands; the table is in
 * {@code src/docs/decisions/0001-one-module-with-walls.md}.
 */
@AnalyzeClasses(packages = "org.penumbra", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String OURS = "org.penumbra..";
    private static final String DATA = "org.penumbra.data..";
    private static final String NET = "org.penumbra.net";
    private static final String LAYER = "org.penumbra.net.layer..";
    private static final String CONFIDENCE = "org.penumbra.confidence..";
    private static final String DETECTOR = "org.penumbra.detector..";
    private static final String FOOLING = "org.penumbra.fooling..";
    private static final String EXPERIMENT = "org.penumbra.experiment..";
    private static final String LIVE = "org.penumbra.live..";
    private static final String PRESET = "org.penumbra.preset..";
    private static final String PAINT = "org.penumbra.paint..";
    private static final String VIEW = "org.penumbra.view..";
    private static final String COMMAND = "org.penumbra.command..";
    private static final String TOP = "org.penumbra";

    /** Threads come from here. */
    private static final Set<String> THREAD_MAKERS = Set.of(
            Executors.class.getName(),
            "java.util.Timer",
            "javax.swing.Timer",
            "javax.swing.SwingWorker",
            "javafx.concurrent.Service",
            "javafx.concurrent.ScheduledService");

    @ArchTest
    static final ArchRule dataKnowsNobody =
            room(DATA).because("points and noise are the ground everything else stands on");

    @ArchTest
    static final ArchRule layersKnowNobody =
            room(LAYER).because("a layer is arithmetic on arrays; it serves any network");

    @ArchTest
    static final ArchRule netKnowsDataAndItsLayers =
            room(NET, DATA, LAYER).because("a network learns from data; what its answers mean is decided elsewhere");

    @ArchTest
    static final ArchRule confidenceKnowsDataAndNet = room(CONFIDENCE, DATA, NET)
            .because("the mathematics of the paper must be testable on plain arrays, without a screen or a thread");

    @ArchTest
    static final ArchRule detectorsKnowWhatTheyCompare = room(DETECTOR, DATA, NET, CONFIDENCE)
            .because("other ways to say \"I don't know\" stand beside the confidence, behind one interface");

    @ArchTest
    static final ArchRule foolingKnowsItsVictims = room(FOOLING, DATA, NET, CONFIDENCE)
            .because("an attack needs the victim's scores and nothing of who shows them");

    @ArchTest
    static final ArchRule experimentsKnowTheScience = room(EXPERIMENT, DATA, NET, LAYER, CONFIDENCE, DETECTOR, FOOLING)
            .because("the paper's tables must run without a window or a session");

    @ArchTest
    static final ArchRule sessionsKnowTheScience = room(LIVE, DATA, NET, LAYER, CONFIDENCE, DETECTOR, FOOLING)
            .because("an engine trains and measures; how that is shown, saved or named is not its business");

    @ArchTest
    static final ArchRule presetsKnowWhatTheyHold = room(PRESET, DATA, NET, LAYER, CONFIDENCE)
            .because("a preset is data, network and confidence settings on paper");

    @ArchTest
    static final ArchRule paintKnowsWhatItPaints = room(PAINT, CONFIDENCE)
            .because("colours are computed from fields alone, so that pictures are the same in a window and in a file");

    @ArchTest
    static final ArchRule viewShows = room(
                    VIEW, LIVE, EXPERIMENT, PRESET, PAINT, CONFIDENCE, DATA, NET, LAYER, DETECTOR, FOOLING)
            .because("a window shows and commands; the command line is not its business");

    @ArchTest
    static final ArchRule commandsKnowNoWindow = room(
                    COMMAND, DATA, NET, LAYER, CONFIDENCE, DETECTOR, FOOLING, EXPERIMENT, LIVE, PRESET, PAINT)
            .because("commands must work where no window can open");

    @ArchTest
    static final ArchRule theEntryPointKnowsWindowAndCommands =
            room(TOP, VIEW, COMMAND).because("main only chooses between the two");

    @ArchTest
    static final ArchRule viewHoldsNoNetwork = noClasses()
            .that()
            .resideInAPackage(VIEW)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(NET, LAYER, DETECTOR, FOOLING).and(not(values())))
            .because("the engine thread owns every network; the window sees records of them only");

    @ArchTest
    static final ArchRule layersAreUsedByNetworksOnly = noClasses()
            .that()
            .resideOutsideOfPackage("org.penumbra.net..")
            .should()
            .dependOnClassesThat(resideInAPackage(LAYER).and(not(values())))
            .because("a layer owns native memory, which only networks know how to free");

    @ArchTest
    static final ArchRule noCycles = slices().matching("org.penumbra.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rooms that need each other are one room");

    @ArchTest
    static final ArchRule noCyclesInTheWindow = slices().matching("org.penumbra.view.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("labs stand side by side; what two of them share lives in view.widget");

    @ArchTest
    static final ArchRule widgetsKnowNoLab = noClasses()
            .that()
            .resideInAPackage("org.penumbra.view.widget..")
            .should()
            .dependOnClassesThat(resideInAPackage(VIEW).and(not(resideInAPackage("org.penumbra.view.widget.."))))
            .allowEmptyShould(true)
            .because("a widget serves several labs");

    @ArchTest
    static final ArchRule javaFxOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages(VIEW, TOP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("everything but the window must run and be tested without a toolkit");

    @ArchTest
    static final ArchRule noTextOnACanvas = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a canvas lays text out",
                    call -> call.getTargetOwner().getName().equals("javafx.scene.canvas.GraphicsContext")
                            && Set.of("fillText", "strokeText")
                                    .contains(call.getTarget().getName())))
            .because(
                    "a canvas lays text out on the render thread, and JavaFX on Linux frees the same memory twice when the "
                            + "window's thread does so at that moment; TextLayer writes with nodes (decision 14)");

    @ArchTest
    static final ArchRule dl4jOnlyInNet = noClasses()
            .that()
            .resideOutsideOfPackage("org.penumbra.net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because(
                    "rooms exchange records of primitive arrays: an INDArray is a live view of native memory, and whoever "
                            + "holds one holds the network");

    @ArchTest
    static final ArchRule threadsOnlyInLiveAndExperiment = noClasses()
            .that()
            .resideOutsideOfPackages(LIVE, EXPERIMENT)
            .should()
            .accessTargetWhere(makesThread())
            .because("who owns which thread must be seen in one place");

    @ArchTest
    static final ArchRule theTopHoldsTheEntryPointOnly = classes()
            .that()
            .resideInAPackage(TOP)
            .should(ArchCondition.from(describe("be Penumbra or part of it", WallsTest::isEntryPoint)))
            .because("what is not the entry point has a room");

    /** A room and the only rooms of ours it may know besides itself. */
    private static ArchRule room(String room, String... mayKnow) {
        DescribedPredicate<JavaClass> allowed = resideInAPackage(room).or(resideInAnyPackage(mayKnow));
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(allowed)))
                .allowEmptyShould(true);
    }

    /** What may be handed over any wall: records, enums, interfaces, exceptions and what is inside a record. */
    private static DescribedPredicate<JavaClass> values() {
        return describe(
                "records, enums, interfaces or exceptions",
                type -> type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || type.isAssignableTo(Throwable.class)
                        || type.getEnclosingClass().map(JavaClass::isRecord).orElse(false));
    }

    private static DescribedPredicate<JavaAccess<?>> makesThread() {
        return describe("makes a thread", access -> {
            JavaClass owner = access.getTargetOwner();
            boolean made = access.getTarget().getName().equals("<init>")
                    && (owner.isAssignableTo(Thread.class) || owner.isAssignableTo(ExecutorService.class));
            boolean asynchronous = owner.getName().equals("java.util.concurrent.CompletableFuture")
                    && access.getTarget().getName().endsWith("Async");
            return made || asynchronous || THREAD_MAKERS.contains(owner.getName());
        });
    }

    private static boolean isEntryPoint(JavaClass type) {
        return type.getName().equals("org.penumbra.Penumbra") || type.getName().startsWith("org.penumbra.Penumbra$");
    }
}
