using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SparkPipelines.Sql.Plans;

/// <summary>Finds the file and line of a place in compiled code, from the portable PDB beside or inside its assembly.</summary>
internal static class SourceLines
{
    /// <summary>Null where there is no PDB, as for code made in memory.</summary>
    public static (string File, int Line)? Find(MethodBase method, int offset)
    {
        var path = method.Module.FullyQualifiedName;
        if (!File.Exists(path))
            return null;
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            if (!image.TryOpenAssociatedPortablePdb(path, file => File.Exists(file) ? File.OpenRead(file) : null, out var provider, out _) || provider is null)
                return null;
            using (provider)
                return Find(provider.GetMetadataReader(), MetadataTokens.MethodDefinitionHandle(method.MetadataToken & 0xFFFFFF), offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // The line is a comfort; the error that asks for it must be told anyhow.
            return null;
        }
    }

    private static (string File, int Line)? Find(MetadataReader reader, MethodDefinitionHandle method, int offset)
    {
        SequencePoint? found = null;
        foreach (var point in reader.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (point.Offset > offset)
                break;
            if (!point.IsHidden)
                found = point;
        }

        return found is { } at ? (reader.GetString(reader.GetDocument(at.Document).Name), at.StartLine) : null;
    }
}
