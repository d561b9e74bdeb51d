using System.Text;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>What one flow of calls prints to standard output, while others of the process print as before.</summary>
internal static class PrintedText
{
    private static readonly AsyncLocal<StringWriter?> Capture = new();
    private static readonly Lazy<Router> Installed = new(() =>
    {
        var router = new Router(Console.Out);
        Console.SetOut(router);
        return router;
    });

    public static string Of(Action action)
    {
        _ = Installed.Value;
        using var text = new StringWriter { NewLine = "\n" };
        Capture.Value = text;
        try
        {
            action();
        }
        finally
        {
            Capture.Value = null;
        }

        return text.ToString();
    }

    private sealed class Router(TextWriter otherwise) : TextWriter
    {
        public override Encoding Encoding => otherwise.Encoding;

        public override void Write(char value) => (Capture.Value ?? otherwise).Write(value);

        public override void Write(string? value) => (Capture.Value ?? otherwise).Write(value);

        public override void WriteLine(string? value) => (Capture.Value ?? otherwise).WriteLine(value);

        public override void Flush() => otherwise.Flush();
    }
}
