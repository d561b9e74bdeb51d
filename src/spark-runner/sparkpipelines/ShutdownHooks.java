package sparkpipelines;

/** Hadoop's ordered shutdown hooks, which Spark uses for its own: plain JVM hooks would run at the same time as Spark's. */
final class ShutdownHooks {
    private ShutdownHooks() {
    }

    static void add(Runnable hook, int priority) throws ReflectiveOperationException {
        Class<?> manager = Reflect.type("org.apache.hadoop.util.ShutdownHookManager");
        Reflect.call(manager.getMethod("get").invoke(null), manager, "addShutdownHook", new Class<?>[] {Runnable.class, int.class},
            hook, priority);
    }

    /** Whether the JVM is about to run its hooks or does so already: it takes no new ones then, and says so in no other way. */
    static boolean isEnding() {
        Thread probe = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(probe);
        } catch (IllegalStateException ending) {
            return true;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException ending) {
            return true;
        }
        return false;
    }
}
