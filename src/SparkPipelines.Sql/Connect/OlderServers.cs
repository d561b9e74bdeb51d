using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using Spark.Connect;
using Literal = Spark.Connect.Expression.Types.Literal;

#pragma warning disable CS0612 // The older words are marked obsolete, and they are what this file is about.

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Says a message in the words of a server's own version, or refuses it by name. The message handed in stays as it is: a copy is changed, and
/// only when something has to be.
/// </summary>
internal static class OlderServers
{
    private static readonly Version V40 = new(4, 0);
    private static readonly Version V41 = new(4, 1);

    /// <param name="tooOld">Makes the error for what the server lacks: the thing's name and the version that has it.</param>
    public static T Adapt<T>(T message, Version server, Func<string, Version, Exception> tooOld)
        where T : class, IMessage<T>, IDeepCloneable<T>
    {
        if (server >= ProtocolVersions.Newest)
            return message;
        var rewrite = false;
        ProtocolVersions.FindYounger(message, server, part =>
        {
            if (part.Treatment == ProtocolVersions.Treatment.Refused)
                throw tooOld(part.Name, part.Since);
            rewrite |= part.Treatment == ProtocolVersions.Treatment.Rewritten;
        });
        if (!rewrite)
            return message;

        var copy = message.Clone();
        Rewrite(copy, server);
        ProtocolVersions.FindYounger(copy, server, part =>
        {
            // What is left after rewriting has no older words.
            if (part.Treatment == ProtocolVersions.Treatment.Rewritten)
                throw tooOld(part.Name, part.Since);
        });
        return copy;
    }

    private static void Rewrite(IMessage message, Version server)
    {
        switch (message)
        {
            case SqlCommand command when server < V40:
                Unwrap(command);
                UseLiterals(command.NamedArguments, command.Args, command.PosArguments, command.PosArgs);
                break;
            case SQL sql when server < V40:
                UseLiterals(sql.NamedArguments, sql.Args, sql.PosArguments, sql.PosArgs);
                break;
            case WithColumnsRenamed renamed when server < V40:
                UseMap(renamed);
                break;
            case Literal literal when server < V41:
                UseTypedParts(literal);
                break;
        }

        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType == FieldType.Message)
                RewriteParts(field, message, server);
        }
    }

    private static void RewriteParts(FieldDescriptor field, IMessage message, Version server)
    {
        switch (field.Accessor.GetValue(message))
        {
            case System.Collections.IDictionary map:
                foreach (var value in map.Values.OfType<IMessage>())
                    Rewrite(value, server);
                break;
            case System.Collections.IList list:
                foreach (IMessage item in list)
                    Rewrite(item, server);
                break;
            case IMessage part:
                Rewrite(part, server);
                break;
        }
    }

    /// <summary>Before 4.0 the text stood in the command itself.</summary>
    private static void Unwrap(SqlCommand command)
    {
        if (command.Input?.Sql is not { } sql)
            return;
        command.Input = null;
        command.Sql = sql.Query;
        command.Args.Add(sql.Args);
        command.PosArgs.Add(sql.PosArgs);
        command.NamedArguments.Add(sql.NamedArguments);
        command.PosArguments.Add(sql.PosArguments);
    }

    /// <summary>Before 4.0 arguments were literals and nothing else.</summary>
    private static void UseLiterals(
        MapField<string, Expression> named, MapField<string, Literal> namedLiterals, RepeatedField<Expression> positional, RepeatedField<Literal> positionalLiterals)
    {
        if (named.Values.Concat(positional).Any(argument => argument.ExprTypeCase != Expression.ExprTypeOneofCase.Literal))
            return;
        foreach (var (name, argument) in named)
            namedLiterals[name] = argument.Literal;
        positionalLiterals.AddRange(positional.Select(argument => argument.Literal));
        named.Clear();
        positional.Clear();
    }

    private static void UseMap(WithColumnsRenamed renamed)
    {
        // A map has no order and no doubles; a renaming that needs them is left, and so refused.
        if (renamed.Renames.Select(rename => rename.ColName).Distinct(StringComparer.OrdinalIgnoreCase).Count() < renamed.Renames.Count)
            return;
        foreach (var rename in renamed.Renames)
            renamed.RenameColumnsMap[rename.ColName] = rename.NewColName;
        renamed.Renames.Clear();
    }

    /// <summary>Before 4.1 arrays, maps and structs named the types of their parts, and every element was a literal.</summary>
    private static void UseTypedParts(Literal literal)
    {
        if (literal.DataType is { } type)
        {
            switch (literal.LiteralTypeCase)
            {
                case Literal.LiteralTypeOneofCase.Array:
                    literal.Array.ElementType ??= type.Array?.ElementType;
                    break;
                case Literal.LiteralTypeOneofCase.Map:
                    literal.Map.KeyType ??= type.Map?.KeyType;
                    literal.Map.ValueType ??= type.Map?.ValueType;
                    break;
                case Literal.LiteralTypeOneofCase.Struct:
                    literal.Struct.StructType ??= type;
                    break;
            }

            literal.DataType = null;
        }

        if (literal.SpecializedArray is { } special)
            literal.Array = ToArray(special);
    }

    private static Literal.Types.Array ToArray(Literal.Types.SpecializedArray special)
    {
        var array = new Literal.Types.Array();
        switch (special.ValueTypeCase)
        {
            case Literal.Types.SpecializedArray.ValueTypeOneofCase.Bools:
                array.ElementType = new() { Boolean = new() };
                array.Elements.AddRange(special.Bools.Values.Select(value => new Literal { Boolean = value }));
                break;
            case Literal.Types.SpecializedArray.ValueTypeOneofCase.Ints:
                array.ElementType = new() { Integer = new() };
                array.Elements.AddRange(special.Ints.Values.Select(value => new Literal { Integer = value }));
                break;
            case Literal.Types.SpecializedArray.ValueTypeOneofCase.Longs:
                array.ElementType = new() { Long = new() };
                array.Elements.AddRange(special.Longs.Values.Select(value => new Literal { Long = value }));
                break;
            case Literal.Types.SpecializedArray.ValueTypeOneofCase.Floats:
                array.ElementType = new() { Float = new() };
                array.Elements.AddRange(special.Floats.Values.Select(value => new Literal { Float = value }));
                break;
            case Literal.Types.SpecializedArray.ValueTypeOneofCase.Doubles:
                array.ElementType = new() { Double = new() };
                array.Elements.AddRange(special.Doubles.Values.Select(value => new Literal { Double = value }));
                break;
            case Literal.Types.SpecializedArray.ValueTypeOneofCase.Strings:
                array.ElementType = new() { String = new() };
                array.Elements.AddRange(special.Strings.Values.Select(value => new Literal { String = value }));
                break;
        }

        return array;
    }
}
