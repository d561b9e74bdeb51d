import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.types.DataType;

/**
 * Writes spark-4.2.1-expressions.tsv anew: reads its first column, has Spark's own parser read each text, and prints the tree in ExpressionText's notation.
 * Run it with Java 17 against Spark 4.2.1, from this folder, and put the output in the file's place:
 *
 *   java -cp "$SPARK_HOME/jars/*" RecordExpressions.java spark-4.2.1-expressions.tsv
 *
 * The texts must not depend on the day or the machine's zone (run with TZ=UTC).
 */
public class RecordExpressions {
  private static final Map<String, String> CALLS = new HashMap<>();
  private static final List<String> VARIABLES = new ArrayList<>();

  static {
    String[] names = {
      "GreaterThan", ">", "LessThan", "<", "GreaterThanOrEqual", ">=", "LessThanOrEqual", "<=", "EqualTo", "==", "EqualNullSafe", "<=>",
      "And", "and", "Or", "or", "Not", "not", "BitwiseAnd", "&", "BitwiseOr", "|", "BitwiseXor", "^", "BitwiseNot", "~",
      "ShiftLeft", "<<", "ShiftRight", ">>", "ShiftRightUnsigned", ">>>", "UnaryPositive", "positive", "IsNull", "isNull", "IsNotNull", "isNotNull",
      "RLike", "rlike", "StringLocate", "locate", "CurrentPath", "current_path",
      "Add", "+", "Subtract", "-", "Multiply", "*", "Divide", "/", "Remainder", "%", "IntegralDivide", "div"};
    for (int i = 0; i < names.length; i += 2) CALLS.put(names[i], names[i + 1]);
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    SparkSqlParser parser = new SparkSqlParser();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (line.startsWith("#")) {
        out.println(line);
        continue;
      }
      String text = line.split("\t", 2)[0];
      String result;
      VARIABLES.clear();
      try {
        result = show(parser.parseExpression(text.replace("⏎", "\n")));
      } catch (Exception error) {
        result = "!" + error.getClass().getSimpleName() + " " + error.getMessage().strip();
      }
      out.println(text + "\t" + result.replace("\n", "⏎"));
    }
  }

  private static String show(Object node) {
    if (node instanceof Literal) return literal((Literal) node);
    if (node instanceof UnaryMinus) return call("unaryminus", part(node, 0));
    String kind = node.getClass().getSimpleName().replace("$", "");
    switch (kind) {
      case "UnresolvedAttribute": return name(list(part(node, 0)));
      case "UnresolvedNamedLambdaVariable": return variable(list(part(node, 0)));
      case "UnresolvedStar": return star(part(node, 0));
      case "UnresolvedStarExceptOrReplace":
        return "!star_except(" + star(part(node, 0)) + ", " + list(part(node, 1)).stream().map(column -> name(list(column))).collect(Collectors.joining(", ")) + ")";
      case "UnresolvedFunction": return function(node);
      case "AggregateExpression": return ignoringNulls(part(node, 0));
      case "UnresolvedExtractValue": return show(part(node, 0)) + "[" + show(part(node, 1)) + "]";
      case "Alias": return "(" + show(part(node, 0)) + " AS " + part(node, 1) + ")";
      case "MultiAlias":
        return "(" + show(part(node, 0)) + " AS " + list(part(node, 1)).stream().map(Object::toString).collect(Collectors.joining(", ")) + ")";
      case "Cast":
        return (part(node, 3).toString().equals("TRY") ? "try_cast(" : "cast(") + show(part(node, 0)) + " AS " + ((DataType) part(node, 1)).sql() + ")";
      case "LambdaFunction": return lambda(node);
      case "NamedArgumentExpression": return part(node, 0) + " => " + show(part(node, 1));
      case "SortOrder":
        return show(part(node, 0)) + (part(node, 1).toString().startsWith("Asc") ? " ASC" : " DESC") + (part(node, 2).toString().contains("First") ? " NULLS FIRST" : " NULLS LAST");
      case "WindowExpression": return window(node);
      case "Concat": return call("concat", list(part(node, 0)).toArray());
      case "In": return "in(" + show(part(node, 0)) + ", " + all(list(part(node, 1))) + ")";
      case "Like": case "ILike": return like(kind.toLowerCase(), node);
      case "LikeAny": case "LikeAll": case "NotLikeAny": case "NotLikeAll": return manyLike(kind, node);
      case "CaseWhen": return caseWhen(node);
      case "Substring": return optional("substring", node, 2, "2147483647");
      case "Overlay": return optional("overlay", node, 3, "-1");
      case "StringTrim": return trim("trim", node);
      case "StringTrimLeft": return trim("ltrim", node);
      case "StringTrimRight": return trim("rtrim", node);
      case "CreateNamedStruct": return "named_struct(" + all(list(part(node, 0))) + ")";
      case "Collate": return "collate(" + show(part(node, 0)) + ", '" + name(list(part(part(node, 1), 0))) + "')";
      case "TimestampAdd": case "TimestampDiff":
        return kind.toLowerCase() + "('" + part(node, 0) + "', " + show(part(node, 1)) + ", " + show(part(node, 2)) + ")";
      case "": return call("isNull", part(node, 0)); // IS UNKNOWN is an unnamed kind of IS NULL
    }
    if (!CALLS.containsKey(kind)) throw new IllegalArgumentException("no notation for " + kind);
    List<Object> operands = parts(node).stream().filter(operand -> operand instanceof Expression).collect(Collectors.toList());
    return call(CALLS.get(kind), operands.toArray());
  }

  private static List<Object> parts(Object node) {
    List<Object> result = new ArrayList<>();
    var iterator = ((scala.Product) node).productIterator();
    while (iterator.hasNext()) result.add(iterator.next());
    return result;
  }

  private static Object part(Object node, int index) { return ((scala.Product) node).productElement(index); }

  private static List<Object> list(Object collection) {
    List<Object> result = new ArrayList<>();
    var iterator = ((scala.collection.Iterable<?>) collection).iterator();
    while (iterator.hasNext()) result.add(iterator.next());
    return result;
  }

  private static String all(Collection<?> nodes) { return nodes.stream().map(RecordExpressions::show).collect(Collectors.joining(", ")); }

  private static String call(String name, Object... operands) { return name + "(" + all(Arrays.asList(operands)) + ")"; }

  private static String name(List<Object> parts) {
    return parts.stream().map(Object::toString).map(part -> part.matches("[A-Za-z0-9_]+") ? part : "`" + part.replace("`", "``") + "`").collect(Collectors.joining("."));
  }

  private static String star(Object target) {
    return ((scala.Option<?>) target).isEmpty() ? "*" : name(list(((scala.Option<?>) target).get())) + ".*";
  }

  private static String variable(List<Object> parts) {
    for (int i = VARIABLES.size() - 1; i >= 0; i--) {
      if (VARIABLES.get(i).equalsIgnoreCase((String) parts.get(0))) {
        return "@" + VARIABLES.get(i) + parts.stream().skip(1).map(part -> "['" + part + "']").collect(Collectors.joining());
      }
    }
    return name(parts); // Spark takes every name in a lambda for a variable at first
  }

  private static String function(Object node) {
    List<Object> names = list(part(node, 0));
    String text = (names.size() == 1 ? names.get(0) : name(names)) + "(" + ((Boolean) part(node, 2) ? "DISTINCT " : "") + all(list(part(node, 1))) + ")";
    if (!list(part(node, 5)).isEmpty()) text = "!within_group(" + text + ", " + all(list(part(node, 5))) + ")";
    scala.Option<?> filter = (scala.Option<?>) part(node, 3);
    if (filter.isDefined()) text = "!filter_where(" + text + ", " + show(filter.get()) + ")";
    scala.Option<?> nulls = (scala.Option<?>) part(node, 4);
    return nulls.isEmpty() ? text : ((Boolean) nulls.get() ? "!ignore_nulls(" : "!respect_nulls(") + text + ")";
  }

  private static String ignoringNulls(Object aggregate) {
    String name = aggregate.getClass().getSimpleName().replace("AnyValue", "any_value").toLowerCase();
    return name + "(" + show(part(aggregate, 0)) + ((Boolean) part(aggregate, 1) ? ", true" : "") + ")";
  }

  private static String lambda(Object node) {
    List<String> names = list(part(node, 1)).stream().map(parameter -> list(part(parameter, 0)).get(0).toString()).collect(Collectors.toList());
    VARIABLES.addAll(names);
    String body = show(part(node, 0));
    VARIABLES.subList(VARIABLES.size() - names.size(), VARIABLES.size()).clear();
    return "lambda(" + String.join(", ", names) + " -> " + body + ")";
  }

  private static String window(Object node) {
    Object spec = part(node, 1);
    String text = show(part(node, 0));
    if (!list(part(spec, 0)).isEmpty()) text += "; PARTITION BY " + all(list(part(spec, 0)));
    if (!list(part(spec, 1)).isEmpty()) text += "; ORDER BY " + all(list(part(spec, 1)));
    Object frame = part(spec, 2);
    if (frame.getClass().getSimpleName().startsWith("SpecifiedWindowFrame")) {
      text += (part(frame, 0).toString().equals("RowFrame") ? "; ROW " : "; RANGE ") + bound(part(frame, 1)) + " .. " + bound(part(frame, 2));
    }
    return "over(" + text + ")";
  }

  private static String bound(Object bound) {
    String kind = bound.getClass().getSimpleName();
    if (kind.startsWith("CurrentRow")) return "CURRENT";
    if (kind.startsWith("Unbounded")) return "UNBOUNDED";
    if (!(bound instanceof UnaryMinus)) return show(bound);
    String offset = show(part(bound, 0));
    return offset.startsWith("-") ? offset.substring(1) : "-" + offset;
  }

  private static String like(String name, Object node) {
    String escape = part(node, 2).toString();
    return name + "(" + show(part(node, 0)) + ", " + show(part(node, 1)) + (escape.equals("\\") ? "" : ", '" + escape + "'") + ")";
  }

  private static String manyLike(String kind, Object node) {
    Object operand = part(node, 0);
    boolean ignoresCase = operand.getClass().getSimpleName().equals("Lower");
    String text = null;
    for (Object pattern : list(part(node, 1))) {
      String one = (ignoresCase ? "ilike(" + show(part(operand, 0)) : "like(" + show(operand)) + ", '" + pattern + "')";
      if (kind.startsWith("Not")) one = "not(" + one + ")";
      text = text == null ? one : (kind.endsWith("All") ? "and(" : "or(") + text + ", " + one + ")";
    }
    return text;
  }

  private static String caseWhen(Object node) {
    List<Object> operands = new ArrayList<>();
    for (Object branch : list(part(node, 0))) operands.addAll(parts(branch));
    scala.Option<?> otherwise = (scala.Option<?>) part(node, 1);
    if (otherwise.isDefined()) operands.add(otherwise.get());
    return call("when", operands.toArray());
  }

  private static String optional(String name, Object node, int last, String unset) {
    List<Object> operands = parts(node);
    return call(name, operands.subList(0, show(operands.get(last)).equals(unset) ? last : last + 1).toArray());
  }

  private static String trim(String name, Object node) {
    scala.Option<?> characters = (scala.Option<?>) part(node, 1);
    return characters.isEmpty() ? call(name, part(node, 0)) : call(name, characters.get(), part(node, 0));
  }

  private static String literal(Literal literal) {
    Object value = literal.value();
    String type = literal.dataType().sql();
    if (value == null) return "NULL";
    switch (type) {
      case "BOOLEAN": case "INT": return value.toString();
      case "TINYINT": return value + "Y";
      case "SMALLINT": return value + "S";
      case "BIGINT": return value + "L";
      case "FLOAT": return number(Double.parseDouble(value.toString())) + "F";
      case "DOUBLE": return number((Double) value) + "D";
      case "STRING": return "'" + value + "'";
      case "BINARY": return "X'" + HexFormat.of().formatHex((byte[]) value) + "'";
    }
    if (type.startsWith("DECIMAL")) return ((org.apache.spark.sql.types.Decimal) value).toJavaBigDecimal().toPlainString() + ":" + type;
    return value + ":" + type;
  }

  /** As .NET writes it. */
  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
    return Double.toString(value).replaceAll("\\.0E", "E").replaceAll("E(\\d)", "E+$1").replaceAll("E([+-])(\\d)$", "E$10$2");
  }
}
