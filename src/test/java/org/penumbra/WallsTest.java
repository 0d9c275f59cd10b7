package org.penumbra;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.penumbra.command.console.NoDisplayException;
import org.penumbra.data.Problem;
import org.penumbra.data.RegularFile;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.UnfinishedFile;
import org.penumbra.data.ink.PictureFile;

/**
 * The walls of the house: which room may know which. Every rule says why it stands; the table is in
 * {@code src/docs/decisions/0001-one-module-with-walls.md}.
 */
@AnalyzeClasses(packages = "org.penumbra", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String OURS = "org.penumbra..";
    private static final String DATA = "org.penumbra.data";
    private static final String DATA_PLANE = "org.penumbra.data.plane..";
    private static final String INK = "org.penumbra.data.ink..";
    private static final String DATA_IMAGE = "org.penumbra.data.image..";
    private static final String HOME = "org.penumbra.data.home..";
    private static final String ALL_DATA = "org.penumbra.data..";
    private static final String NET = "org.penumbra.net";
    private static final String LAYER = "org.penumbra.net.layer..";
    private static final String NET_PLANE = "org.penumbra.net.plane..";
    private static final String NET_IMAGE = "org.penumbra.net.image..";
    private static final String STOCK = "org.penumbra.net.stock..";
    private static final String GUEST = "org.penumbra.net.guest..";
    private static final String ALL_NET = "org.penumbra.net..";
    private static final String CONFIDENCE = "org.penumbra.confidence..";
    private static final String DETECTOR = "org.penumbra.detector..";
    private static final String FITTING = "org.penumbra.fitting..";
    private static final String FOOLING = "org.penumbra.fooling..";
    private static final String COURSE = "org.penumbra.course..";
    private static final String PRESET = "org.penumbra.preset..";
    private static final String ARCHIVE = "org.penumbra.archive..";
    private static final String EXPERIMENT = "org.penumbra.experiment..";
    private static final String STATE = "org.penumbra.state..";
    private static final String LIVE = "org.penumbra.live..";
    private static final String ENGINE = "org.penumbra.live.engine..";
    private static final String PAINT = "org.penumbra.paint..";
    private static final String WORDS = "org.penumbra.words..";
    private static final String VIEW = "org.penumbra.view..";
    private static final String WIDGET = "org.penumbra.view.widget..";
    private static final String SHELL = "org.penumbra.view.shell..";
    private static final String LAB = "org.penumbra.view.lab..";
    private static final String COMMAND = "org.penumbra.command..";
    private static final String CONSOLE = "org.penumbra.command.console..";
    private static final String OPTION = "org.penumbra.command.option..";
    private static final String BENCH = "org.penumbra.bench..";
    private static final String TOP = "org.penumbra";

    /** The labs of the window and of the engine, and the data sheet, which is built like one. */
    private static final List<String> LABS = List.of("rings", "draw", "train", "fooling", "experiments", "data");
    /** The families of commands. */
    private static final List<String> FAMILIES =
            List.of("rings", "image", "detect", "train", "fool", "experiment", "data");
    /** A room with more files wants sub-rooms. */
    private static final int MOST_FILES = 50;
    /** Half of the rooms have no more files. */
    private static final long MEDIAN_FILES = 12;

    private static final Path SOURCES = Path.of("src/main/java");

    /** Threads come from here. */
    private static final Set<String> THREAD_MAKERS = Set.of(
            Executors.class.getName(),
            "java.util.Timer",
            "javax.swing.Timer",
            "javax.swing.SwingWorker",
            "javafx.concurrent.Service",
            "javafx.concurrent.ScheduledService");

    /** Methods of {@link Files} that leave a file, or a piece of one. */
    private static final Set<String> FILE_WRITERS = Set.of(
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "createFile",
            "createTempFile",
            "move");

    private static final Set<String> FILE_READERS = Set.of(
            "newInputStream",
            "newBufferedReader",
            "newByteChannel",
            "readAllBytes",
            "readString",
            "readAllLines",
            "lines");

    /** Classes whose constructors open a file to write to. */
    private static final Set<String> ALWAYS_WRITE = Set.of(
            "java.io.FileOutputStream",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "javax.imageio.stream.FileImageOutputStream");

    /** Classes that write to a file when they are given one, or its name. */
    private static final Set<String> MAY_WRITE =
            Set.of("java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter");

    /** Ways to look for something in a text; whether two messages are the same may be asked. */
    private static final Set<String> SEARCHES = Set.of(
            "contains",
            "startsWith",
            "endsWith",
            "indexOf",
            "lastIndexOf",
            "matches",
            "regionMatches",
            "equalsIgnoreCase",
            "substring");

    @ArchTest
    static final ArchRule seedsAndProblemsKnowNobody =
            room(DATA).because("seeds, chance and ranges are the ground everything else stands on");

    @ArchTest
    static final ArchRule pointsKnowTheGround =
            room(DATA_PLANE, DATA).because("points of the plane and pictures have nothing to say to each other");

    @ArchTest
    static final ArchRule drawingsKnowTheGround =
            room(INK, DATA).because("a drawing is strokes and pixels; which data set it may join is decided by others");

    @ArchTest
    static final ArchRule imageSetsKnowPictures = room(DATA_IMAGE, DATA, INK)
            .because("sets of images are read from files and pictures, wherever those are kept");

    @ArchTest
    static final ArchRule homeKnowsWhatItKeeps =
            room(HOME, DATA, DATA_IMAGE).because("only the home knows folders and mirrors");

    @ArchTest
    static final ArchRule layersKnowNobody = room(LAYER, DATA)
            .because("a layer is arithmetic on arrays; it serves any network. Only its problem for a person is data's");

    @ArchTest
    static final ArchRule scoresKnowArithmetic = room(NET, ALL_DATA, LAYER)
            .because("what the networks of the plane and of images have in common knows neither");

    @ArchTest
    static final ArchRule planeNetworksKnowPoints = room(NET_PLANE, DATA, DATA_PLANE, NET, LAYER)
            .because("a network learns from data; what its answers mean is decided elsewhere");

    @ArchTest
    static final ArchRule imageNetworksKnowImages = room(NET_IMAGE, DATA, INK, DATA_IMAGE, NET, LAYER)
            .because("a network learns from data, and takes along how they were fitted; what its answers mean is "
                    + "decided elsewhere");

    @ArchTest
    static final ArchRule stockNetworksKnowOurs = room(STOCK, ALL_DATA, NET, LAYER, NET_PLANE, NET_IMAGE)
            .because("DL4J's form of a network is made from ours, and ours must not need it");

    @ArchTest
    static final ArchRule guestsKnowWhatNetworksHaveInCommon = room(GUEST, ALL_DATA, NET, NET_IMAGE, STOCK)
            .because(
                    "a network of DL4J answers in our shapes, and ours must not need it; of net.stock it knows how ND4J is "
                            + "loaded");

    @ArchTest
    static final ArchRule confidenceKnowsDataAndNet = room(CONFIDENCE, ALL_DATA, ALL_NET)
            .because("the mathematics of the paper must be testable on plain arrays, without a screen or a thread");

    @ArchTest
    static final ArchRule detectorsKnowWhatTheyCompare = room(DETECTOR, ALL_DATA, ALL_NET, CONFIDENCE)
            .because("other ways to say \"I don't know\" stand beside the confidence, behind one interface");

    @ArchTest
    static final ArchRule fittingBringsNetworksAndDetectorsTogether = room(
                    FITTING, ALL_DATA, ALL_NET, CONFIDENCE, DETECTOR)
            .because(
                    "a detector holds no network and a network knows no detector, but one is fitted on what the other says");

    @ArchTest
    static final ArchRule foolingKnowsItsVictims = room(FOOLING, ALL_DATA, ALL_NET, CONFIDENCE, DETECTOR)
            .because("an attack needs the victim's scores and nothing of who shows them");

    @ArchTest
    static final ArchRule coursesKnowNoWatcher = room(COURSE, ALL_DATA, ALL_NET, CONFIDENCE)
            .because("the window, the command line and an experiment drive the same training run");

    @ArchTest
    static final ArchRule presetsKnowWhatTheyHold = room(PRESET, ALL_DATA, ALL_NET, CONFIDENCE, DETECTOR)
            .because("a preset is data, network and confidence settings on paper");

    @ArchTest
    static final ArchRule archiveKnowsWhatItKeeps = room(
                    ARCHIVE, ALL_DATA, ALL_NET, CONFIDENCE, DETECTOR, PRESET, COURSE)
            .because("a file with a seal holds what others made and makes nothing itself");

    @ArchTest
    static final ArchRule experimentsKnowTheScience = room(
                    EXPERIMENT,
                    ALL_DATA,
                    ALL_NET,
                    CONFIDENCE,
                    DETECTOR,
                    FITTING,
                    FOOLING,
                    COURSE,
                    PRESET,
                    ARCHIVE,
                    PAINT)
            .because(
                    "the paper's tables must run without a window or a session, and paint the pictures of their reports");

    @ArchTest
    static final ArchRule statesAreValues = room(
                    STATE, ALL_DATA, ALL_NET, CONFIDENCE, DETECTOR, FOOLING, COURSE, PRESET, EXPERIMENT)
            .because("what a lab is set to is a text that is checked without a lab, and opens nothing that it names");

    @ArchTest
    static final ArchRule enginesKnowNoLab = room(ENGINE, ALL_DATA, ALL_NET, CONFIDENCE)
            .because("what every session needs of its thread knows none of them");

    @ArchTest
    static final ArchRule sessionsKnowTheScience = room(
                    LIVE,
                    ALL_DATA,
                    ALL_NET,
                    CONFIDENCE,
                    DETECTOR,
                    FITTING,
                    FOOLING,
                    COURSE,
                    PRESET,
                    ARCHIVE,
                    EXPERIMENT)
            .because("an engine trains and measures; how that is shown is not its business");

    @ArchTest
    static final ArchRule oneSessionKnowsExperiments = noClasses()
            .that()
            .resideInAPackage(LIVE)
            .and()
            .resideOutsideOfPackage("org.penumbra.live.experiments..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(EXPERIMENT))
            .because("an experiment is made of what the sessions are made of, and the other labs can do without it");

    @ArchTest
    static final ArchRule sessionsDoNotKnowEachOther = strangers("org.penumbra.live.", LABS, ENGINE)
            .because("each lab's session can be changed or left out without a look at the others");

    @ArchTest
    static final ArchRule paintKnowsTheGround = room(PAINT, DATA, INK)
            .because(
                    "colours are computed from fields alone, so that pictures are the same in a window and in a file; the "
                            + "ground has the one writer of files, and ink the letters that are drawn as lines");

    @ArchTest
    static final ArchRule wordsAreMadeOfValues = room(WORDS, ALL_DATA, CONFIDENCE, DETECTOR, NET)
            .because(
                    "a sentence that the window and the command line share is made of values, and is read by people only");

    @ArchTest
    static final ArchRule viewShows = room(
                    VIEW,
                    WORDS,
                    LIVE,
                    STATE,
                    EXPERIMENT,
                    PRESET,
                    ARCHIVE,
                    PAINT,
                    CONFIDENCE,
                    ALL_DATA,
                    ALL_NET,
                    DETECTOR,
                    FOOLING,
                    COURSE)
            .because("a window shows and commands; the command line is not its business");

    @ArchTest
    static final ArchRule labsDoNotKnowEachOther = strangers("org.penumbra.view.", LABS, WIDGET)
            .because("what two labs share lives in view.widget, view.lab or view.shell");

    @ArchTest
    static final ArchRule whatLabsAreMadeOfKnowsNone = noClasses()
            .that()
            .resideInAnyPackage(LAB, SHELL)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    LABS.stream().map(lab -> "org.penumbra.view." + lab + "..").toArray(String[]::new)))
            .because("a new lab is made of what is there, and nothing there changes for it");

    @ArchTest
    static final ArchRule aLabKnowsItsOwnSession =
            ownSessions().because("a lab shows its own engine; what another lab's does is not seen in it");

    @ArchTest
    static final ArchRule commandsKnowNoWindow = room(
                    COMMAND,
                    WORDS,
                    ALL_DATA,
                    ALL_NET,
                    CONFIDENCE,
                    DETECTOR,
                    FITTING,
                    FOOLING,
                    COURSE,
                    PRESET,
                    ARCHIVE,
                    EXPERIMENT,
                    STATE,
                    LIVE,
                    PAINT)
            .because("commands must work where no window can open");

    @ArchTest
    static final ArchRule familiesOfCommandsDoNotKnowEachOther = strangers("org.penumbra.command.", FAMILIES, CONSOLE)
            .because("what two commands share is an option or a console");

    @ArchTest
    static final ArchRule nobodyKnowsTheBench = noClasses()
            .that()
            .resideOutsideOfPackages(BENCH, TOP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BENCH)
            .because("tools of the makers see the whole product, which does without them");

    @ArchTest
    static final ArchRule theEntryPointKnowsWindowCommandsAndBench =
            room(TOP, VIEW, COMMAND, BENCH).because("main only chooses between the window and a command");

    @ArchTest
    static final ArchRule viewHoldsNoNetwork = noClasses()
            .that()
            .resideInAPackage(VIEW)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ALL_NET, FOOLING).and(not(values())))
            .because("the engine thread owns every network; the window sees records of them only");

    @ArchTest
    static final ArchRule detectorsHoldNoNetwork = noClasses()
            .that()
            .resideInAPackage(DETECTOR)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(NET_PLANE, NET_IMAGE, STOCK, LAYER).and(not(values())))
            .because("a detector judges evidence and is a value, so that any thread may ask it, the window's included");

    @ArchTest
    static final ArchRule layersAreUsedByNetworksOnly = noClasses()
            .that()
            .resideOutsideOfPackages(ALL_NET, BENCH)
            .should()
            .dependOnClassesThat(resideInAPackage(LAYER).and(not(values())))
            .because("a layer owns native memory, which only networks know how to free");

    @ArchTest
    static final ArchRule noCycles = slices().matching("org.penumbra.(**)")
            .should()
            .beFreeOfCycles()
            .because("rooms that need each other are one room");

    @ArchTest
    static final ArchRule widgetsKnowNoLab = noClasses()
            .that()
            .resideInAPackage(WIDGET)
            .should()
            .dependOnClassesThat(resideInAPackage(VIEW).and(not(resideInAPackage(WIDGET))))
            .because("a widget serves several labs");

    @ArchTest
    static final ArchRule javaFxOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages(VIEW, BENCH, TOP)
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
            .resideOutsideOfPackage(ALL_NET)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because(
                    "rooms exchange records of primitive arrays: an INDArray is a live view of native memory, and whoever "
                            + "holds one holds the network");

    @ArchTest
    static final ArchRule libsvmInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("org.penumbra.detector.svm")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("libsvm..")
            .because("libsvm trains on linked objects; machines leave its room as plain values");

    @ArchTest
    static final ArchRule xzInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("org.penumbra.net.stock")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tukaani..")
            .because("only ND4J's library is packed so");

    @ArchTest
    static final ArchRule threadsOnlyInLiveAndExperiment = noClasses()
            .that()
            .resideOutsideOfPackages(LIVE, EXPERIMENT)
            .should()
            .accessTargetWhere(makesThread())
            .because("who owns which thread must be seen in one place");

    @ArchTest
    static final ArchRule filesAreWrittenWhole = noClasses()
            .that()
            .resideOutsideOfPackage(HOME)
            .and()
            .doNotHaveFullyQualifiedName(UnfinishedFile.class.getName())
            .should()
            .accessTargetWhere(writesFile())
            .because(
                    "whatever ends a write, a kill or a full disk, must leave the file that was there or the new one; WholeFile "
                            + "and UnfinishedFile see to it (decision 25). The log grows, and a download is gathered under "
                            + "another name: both live where data are kept");

    @ArchTest
    static final ArchRule onlyPlainFilesAreRead = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(RegularFile.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(PictureFile.class.getName())
            .should()
            .accessTargetWhere(readsFile())
            .because(
                    "a named pipe is waited at for ever, so RegularFile looks before it opens; a picture is looked at by "
                            + "PictureFile, which says what is wrong with it in words of its own");

    @ArchTest
    static final ArchRule picturesNeedNoTemporaryFolder = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "ImageIO opens what it is given by itself",
                    access -> access.getTargetOwner().isEquivalentTo(ImageIO.class)
                            && (Set.of("createImageInputStream", "createImageOutputStream")
                                            .contains(access.getTarget().getName())
                                    || Set.of("read", "write")
                                                    .contains(access.getTarget().getName())
                                            && takes(
                                                    access,
                                                    File.class,
                                                    InputStream.class,
                                                    OutputStream.class,
                                                    URL.class))))
            .because("ImageIO would keep a copy in the temporary folder, which may be missing or full; "
                    + "MemoryCacheImageInputStream and MemoryCacheImageOutputStream keep it in memory");

    @ArchTest
    static final ArchRule whatAPersonCanMendIsAProblem = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(Problem.class)
            .orShould()
            .be(SettingProblem.class)
            .orShould()
            .be(NoDisplayException.class)
            .because(
                    "who shows a message asks whether it is a Problem; a setting out of range is one once a file or a form "
                            + "has named it, and without a display the command goes on without a window");

    @ArchTest
    static final ArchRule messagesAreForPeople = methods()
            .should(notSearchMessages())
            .because(
                    "a message may be worded anew or translated; the program decides by types and fields (decision 16)");

    @ArchTest
    static final ArchRule everyCountryReadsTheSame = noClasses()
            .should()
            .callMethodWhere(followsTheCountry())
            .orShould()
            .callConstructorWhere(makesFormatOfTheCountry())
            .because(
                    "what is written in one country is read in another; a call without a Locale writes 0,1 in Germany, "
                            + "other digits in Egypt, and makes another letter of an i in Turkey (decision 26)");

    @ArchTest
    static final ArchRule aWindowShowsNoAdviceForATerminal = noClasses()
            .that()
            .resideInAPackage(TOP + ".view..")
            .should()
            .callMethodWhere(describe(
                    "take the message of a problem",
                    (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo(Problem.class)
                            && call.getTarget().getName().equals("getMessage")))
            .because("it may end with options and commands for a terminal; inWindow() does not (decision 30)");

    @ArchTest
    static final ArchRule theTopHoldsTheEntryPointOnly = classes()
            .that()
            .resideInAPackage(TOP)
            .should(ArchCondition.from(describe("be Penumbra or part of it", WallsTest::isEntryPoint)))
            .because("what is not the entry point has a room");

    @ArchTest
    static void noRoomIsTooFull(JavaClasses all) {
        Map<String, Long> full = files(all)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        full.values().removeIf(files -> files <= MOST_FILES);
        assertEquals(Map.of(), full, "a room of more than " + MOST_FILES + " files wants sub-rooms");
    }

    /** Comments are in no class, so the sources are looked at. */
    @ArchTest
    static void everyRoomSaysWhatItIsAndWhatItMayKnow(JavaClasses all) {
        List<String> silent = files(all)
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(room ->
                        !describes(SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java"), room))
                .sorted()
                .toList();
        assertEquals(
                List.of(), silent, "a package-info.java says in a sentence or two what lives in a room, and its wall");
    }

    private static boolean describes(Path file, String room) {
        try {
            return Files.exists(file)
                    && Files.readString(file)
                            .matches("(?s)/\\*\\*.*\\w.*\\*/\\s*package " + Pattern.quote(room) + ";\\s*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ArchTest
    static void halfOfTheRoomsAreSmall(JavaClasses all) {
        List<Long> sizes =
                files(all)
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                        .values()
                        .stream()
                        .sorted()
                        .toList();
        assertTrue(sizes.get(sizes.size() / 2) <= MEDIAN_FILES, "rooms have grown; files in each: " + sizes);
    }

    @ArchTest
    static void noNameStandsInTwoRooms(JavaClasses all) {
        Map<String, List<String>> twice = files(all)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        twice.values().removeIf(rooms -> rooms.size() == 1);
        assertEquals(Map.of(), twice, "who reads a name must know which class is meant");
    }

    /** Classes with a file of their own. */
    private static Stream<JavaClass> files(JavaClasses all) {
        return all.stream()
                .filter(type -> type.getEnclosingClass().isEmpty()
                        && !type.getSimpleName().isEmpty()
                        && !type.getSimpleName().equals("package-info"));
    }

    /** Sub-rooms that may not know each other; {@code shared} is there only to give the first of them a rule to add to. */
    private static ArchRule strangers(String above, List<String> rooms, String shared) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(shared)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        rooms.stream().map(room -> above + room + "..").toArray(String[]::new)));
        CompositeArchRule all = CompositeArchRule.of(rule);
        for (String room : rooms) {
            String[] others = rooms.stream()
                    .filter(other -> !other.equals(room))
                    .map(other -> above + other + "..")
                    .toArray(String[]::new);
            all = all.and(noClasses()
                    .that()
                    .resideInAPackage(above + room + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others)));
        }
        return all;
    }

    /** {@code view.X} knows {@code live.X} and no other session. */
    private static ArchRule ownSessions() {
        CompositeArchRule all = CompositeArchRule.of(noClasses()
                .that()
                .resideInAnyPackage(WIDGET, SHELL, LAB)
                .should()
                .dependOnClassesThat(resideInAPackage(LIVE).and(not(resideInAPackage(ENGINE)))));
        for (String lab : LABS) {
            all = all.and(noClasses()
                    .that()
                    .resideInAPackage("org.penumbra.view." + lab + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(LIVE)
                            .and(not(resideInAnyPackage(ENGINE, "org.penumbra.live." + lab + "..")))));
        }
        return all;
    }

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

    private static DescribedPredicate<JavaAccess<?>> writesFile() {
        return describe("opens, makes, copies or moves a file", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return owner.equals(Files.class.getName())
                            && (FILE_WRITERS.contains(name)
                                    || name.equals("copy") && !takes(access, OutputStream.class))
                    || owner.equals(FileChannel.class.getName()) && name.equals("open")
                    || name.equals("<init>")
                            && (ALWAYS_WRITE.contains(owner)
                                    || MAY_WRITE.contains(owner) && takes(access, File.class, String.class))
                    || owner.equals(File.class.getName())
                            && Set.of("createNewFile", "createTempFile", "renameTo")
                                    .contains(name);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> readsFile() {
        return describe("opens a file", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return owner.equals(Files.class.getName()) && FILE_READERS.contains(name)
                    || name.equals("<init>")
                            && (owner.equals("java.io.FileInputStream")
                                    || owner.equals("java.io.FileReader")
                                    || owner.equals("java.util.Scanner") && takes(access, File.class, Path.class));
        });
    }

    /** Whether a parameter of what is called has one of these types. */
    private static boolean takes(JavaAccess<?> access, Class<?>... types) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream()
                        .anyMatch(parameter -> Stream.of(types).anyMatch(parameter::isEquivalentTo));
    }

    /** Formats and changes of case that can be given a Locale and are not. */
    private static DescribedPredicate<JavaMethodCall> followsTheCountry() {
        return describe("follow the country", call -> {
            JavaClass owner = call.getTargetOwner();
            String name = call.getTarget().getName();
            boolean local = call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Locale.class));
            boolean text = owner.isEquivalentTo(String.class)
                    && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                            .contains(name);
            boolean stream = (owner.isAssignableTo(PrintStream.class) || owner.isAssignableTo(PrintWriter.class))
                    && Set.of("format", "printf").contains(name);
            boolean format = owner.isAssignableTo(Format.class) && name.startsWith("get") && name.endsWith("Instance");
            return local && (text || stream || format);
        });
    }

    private static DescribedPredicate<JavaConstructorCall> makesFormatOfTheCountry() {
        return describe(
                "make a format of the country",
                call -> Set.of(DecimalFormat.class.getName(), Formatter.class.getName(), Scanner.class.getName())
                                .contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Locale.class)
                                        || type.isEquivalentTo(DecimalFormatSymbols.class)));
    }

    /** A method that both takes a message and looks for something in a text may be looking for it in the message. */
    private static ArchCondition<JavaMethod> notSearchMessages() {
        return new ArchCondition<>("not search a message") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set<JavaMethodCall> calls = method.getMethodCallsFromSelf();
                boolean reads = calls.stream().anyMatch(WallsTest::readsMessage);
                calls.stream()
                        .filter(call -> reads && searchesText(call))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }

    private static boolean readsMessage(JavaMethodCall call) {
        String name = call.getTarget().getName();
        JavaClass owner = call.getTargetOwner();
        return owner.isAssignableTo(Throwable.class)
                        && Set.of("getMessage", "getLocalizedMessage", "toString")
                                .contains(name)
                || owner.getPackageName().startsWith("org.penumbra.live.")
                        && Set.of("failure", "message").contains(name);
    }

    private static boolean searchesText(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(String.class)
                && SEARCHES.contains(call.getTarget().getName());
    }

    private static boolean isEntryPoint(JavaClass type) {
        return type.getName().equals("org.penumbra.Penumbra")
                || type.getName().startsWith("org.penumbra.Penumbra$")
                || type.getSimpleName().equals("package-info");
    }
}
