package sparkpipelines;

import java.lang.reflect.Method;

/** The few reflective calls that reach Spark. */
final class Reflect {
    private Reflect() {
    }

    /** Through the thread's loader: what {@code --jars} and {@code --packages} bring is visible nowhere else. */
    static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    }

    /** The instance of a Scala {@code object}. */
    static Object scalaObject(String name) throws ReflectiveOperationException {
        return type(name + "$").getField("MODULE$").get(null);
    }

    static Object call(Object target, String name) throws ReflectiveOperationException {
        return call(target, target.getClass(), name, new Class<?>[0]);
    }

    static Object call(Object target, String name, Class<?> parameter, Object argument) throws ReflectiveOperationException {
        return call(target, target.getClass(), name, new Class<?>[] {parameter}, argument);
    }

    /** {@code declaredBy} is a public class or interface where the target's own class is not open to us. */
    static Object call(Object target, Class<?> declaredBy, String name, Class<?>[] parameters, Object... arguments)
        throws ReflectiveOperationException {
        return declaredBy.getMethod(name, parameters).invoke(target, arguments);
    }

    static Object callPrivate(Object target, String name) throws ReflectiveOperationException {
        return callPrivate(target, name, new Class<?>[0]);
    }

    static Object callPrivate(Object target, String name, Class<?>[] parameters, Object... arguments) throws ReflectiveOperationException {
        Method method = target.getClass().getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method.invoke(target, arguments);
    }

    static boolean has(Class<?> type, String method) {
        for (Method candidate : type.getDeclaredMethods()) {
            if (candidate.getName().equals(method)) {
                return true;
            }
        }
        return false;
    }
}
