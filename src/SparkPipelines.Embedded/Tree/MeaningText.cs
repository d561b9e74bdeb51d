using System.Text;

namespace SparkPipelines.Embedded.Tree;

/// <summary>Parts of a meaning in one text, so that no two lists of parts give the same.</summary>
internal static class MeaningText
{
    public static string List(string name, IEnumerable<string> parts)
    {
        var text = new StringBuilder(name).Append('(');
        foreach (var part in parts)
            _ = text.Append(part.Length).Append(':').Append(part);
        return text.Append(')').ToString();
    }
}
