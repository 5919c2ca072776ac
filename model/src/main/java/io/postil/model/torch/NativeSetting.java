package io.postil.model.torch;

/** What DJL must be told before its first class is used: no downloads and no calls home. */
final class NativeSetting {

    private NativeSetting() {}

    static void apply() {
        for (String property : new String[] {"ai.djl.offline", "OPT_OUT_TRACKING"}) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        }
    }
}
