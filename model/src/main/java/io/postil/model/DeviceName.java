package io.postil.model;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where models run, as configuration names it.
 *
 * @param name {@code auto} (the first GPU, else the CPU), {@code cpu}, or {@code cuda:N}
 */
public record DeviceName(String name) {
    /** What names look like, for error messages and reference pages. */
    public static final String EXPECTED = "auto, cpu or cuda:N";

    private static final Pattern NAMES = Pattern.compile("auto|cpu|cuda:(\\d{1,3})");
    public static final DeviceName AUTO = new DeviceName("auto");
    public static final DeviceName CPU = new DeviceName("cpu");

    public DeviceName {
        if (!NAMES.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " (expected " + EXPECTED + ")");
        }
    }

    public static DeviceName cuda(int gpu) {
        return new DeviceName("cuda:" + gpu);
    }

    /** Which GPU is asked for, where one is. */
    public OptionalInt gpu() {
        Matcher matcher = NAMES.matcher(name);
        return matcher.matches() && matcher.group(1) != null
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }
}
