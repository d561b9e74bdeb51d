using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>One member as Microsoft.Spark declares it, turned into the calls that a program makes of it.</summary>
internal sealed class SparkCall
{
    private readonly MemberDeclarationSyntax _member;
    private readonly string _kind;
    private readonly string _type;
    private readonly bool _onlyParamsOverload;

    public SparkCall(string type, string kind, string signature, bool onlyParamsOverload)
    {
        _type = type;
        _kind = kind;
        _onlyParamsOverload = onlyParamsOverload;
        var text = kind switch
        {
            "class" or "static-class" or "interface" or "enum" => signature + " {}",
            "enum-member" => $"{type} {signature} {{ get; }}",
            "constructor" => "void " + signature + ";",
            "property" or "static-property" or "indexer" => signature,
            _ => signature + ";",
        };
        _member = SyntaxFactory.ParseMemberDeclaration(text) ?? throw new InvalidOperationException($"'{text}' is no C# declaration.");
    }

    public string Name => _member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax op => "operator " + op.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
        _ => throw new InvalidOperationException($"A {_member.Kind()} has no name here."),
    };

    /// <summary>Statements that compile only when the member can be called as it could there; each the body of a method of the given head.</summary>
    public IEnumerable<string> Forms(bool checkReturnType) => _member switch
    {
        EnumDeclarationSyntax or InterfaceDeclarationSyntax => [$"void {{0}}({_type} self) {{{{ }}}}"],
        ClassDeclarationSyntax type => ClassForms(type),
        PropertyDeclarationSyntax property => PropertyForms(property, checkReturnType),
        IndexerDeclarationSyntax indexer =>
            [Form(indexer.Type.ToString(), Head([Self, .. indexer.ParameterList.Parameters.Select(Declared)]), $"self[{indexer.ParameterList.Parameters[0].Identifier}]", checkReturnType)],
        OperatorDeclarationSyntax op => [OperatorForm(op, checkReturnType)],
        ConversionOperatorDeclarationSyntax conversion => [$"{conversion.Type} {{0}}({Declared(conversion.ParameterList.Parameters[0])}) => {conversion.ParameterList.Parameters[0].Identifier};"],
        MethodDeclarationSyntax method => MethodForms(method, checkReturnType),
        _ => throw new InvalidOperationException($"No call for a {_member.Kind()}."),
    };

    private string Self => $"{_type} self";

    private IEnumerable<string> ClassForms(ClassDeclarationSyntax type)
    {
        if (_kind == "static-class")
        {
            yield return $"string {{0}}() => nameof({_type});";
            yield break;
        }

        yield return $"void {{0}}({_type} self) {{{{ }}}}";
        foreach (var parent in type.BaseList?.Types.Select(parent => parent.Type.ToString()).Where(name => name != "IJvmObjectReferenceProvider") ?? [])
            yield return $"{parent} {{0}}({_type} self) => self;";
    }

    private IEnumerable<string> PropertyForms(PropertyDeclarationSyntax property, bool checkReturnType)
    {
        var isStatic = _kind is "static-property" or "enum-member";
        var access = $"{(isStatic ? _type : "self")}.{property.Identifier}";
        yield return Form(property.Type.ToString(), Head(isStatic ? [] : [Self]), access, checkReturnType);
        if (property.AccessorList?.Accessors.Any(accessor => accessor.Keyword.Text == "set") == true)
            yield return $"void {{0}}({Self}, {property.Type} value) {{{{ {access} = value; }}}}";
    }

    private static string OperatorForm(OperatorDeclarationSyntax op, bool checkReturnType)
    {
        var parameters = op.ParameterList.Parameters;
        var call = parameters.Count == 1
            ? $"{op.OperatorToken}{parameters[0].Identifier}"
            : $"{parameters[0].Identifier} {op.OperatorToken} {parameters[1].Identifier}";
        return Form(op.ReturnType.ToString(), Head(parameters.Select(Declared)), call, checkReturnType);
    }

    private IEnumerable<string> MethodForms(MethodDeclarationSyntax method, bool checkReturnType)
    {
        var parameters = method.ParameterList.Parameters.ToList();
        var isExtension = _kind == "extension-method";
        var target = _kind switch
        {
            "constructor" => $"new {_type}",
            "static-method" => $"{_type}.{method.Identifier}{method.TypeParameterList}",
            "extension-method" => $"{parameters[0].Identifier}.{method.Identifier}{method.TypeParameterList}",
            _ => $"self.{method.Identifier}{method.TypeParameterList}",
        };
        string[] receiver = isExtension ? [Declared(parameters[0])] : _kind is "static-method" or "constructor" ? [] : [Self];
        if (isExtension)
            parameters.RemoveAt(0);
        var returns = _kind == "constructor" ? _type : method.ReturnType.ToString();
        var generics = (method.TypeParameterList?.ToString() ?? "", string.Join(' ', method.ConstraintClauses));

        var expanded = parameters is [.., var last] && last.Modifiers.Any(modifier => modifier.Text == "params") ? last : null;
        var required = parameters.Where(parameter => parameter.Default is null && parameter != expanded).ToList();
        var optional = parameters.Where(parameter => parameter.Default is not null).ToList();

        yield return Call(required.Select(Plain).Concat(optional.Select(Plain)).Concat(expanded is null ? [] : [Plain(expanded)]));
        if (optional.Count > 0)
            yield return Call(required.Select(Plain));
        foreach (var one in optional)
            yield return Call(required.Select(Plain).Append((Declared(one), $"{one.Identifier}: {one.Identifier}")));
        if (expanded is null)
            yield break;
        var element = ((ArrayTypeSyntax)expanded.Type!).ElementType;
        for (var count = required.Count > 0 || _onlyParamsOverload ? 0 : 1; count <= 2; count++)
            yield return Call(required.Select(Plain).Concat(Enumerable.Range(0, count).Select(i => ($"{element} item{i}", $"item{i}"))));

        string Call(IEnumerable<(string Declared, string Argument)> arguments)
        {
            var all = arguments.ToList();
            return Form(returns, Head([.. receiver, .. all.Select(part => part.Declared)], generics), $"{target}({string.Join(", ", all.Select(part => part.Argument))})", checkReturnType);
        }
    }

    private static (string Declared, string Argument) Plain(ParameterSyntax parameter) => (Declared(parameter), parameter.Identifier.ToString());

    private static string Declared(ParameterSyntax parameter) => $"{parameter.Type} {parameter.Identifier}";

    private static string Head(IEnumerable<string> parameters, (string TypeParameters, string Constraints) generics = default) =>
        $"{{0}}{generics.TypeParameters}({string.Join(", ", parameters)}) {generics.Constraints}";

    private static string Form(string returns, string head, string call, bool checkReturnType) => returns == "void"
        ? $"void {head} {{{{ {call}; }}}}"
        : checkReturnType ? $"{returns} {head} => {call};" : $"void {head} {{{{ var result = {call}; }}}}";
}
