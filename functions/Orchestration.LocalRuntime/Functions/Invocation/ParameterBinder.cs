namespace Orchestration.LocalRuntime.Functions.Invocation;

/// <summary>Gives one parameter of a function its value.</summary>
/// <exception cref="Microsoft.Azure.Functions.Worker.FunctionInputConverterException">What came does not fit the parameter.</exception>
internal delegate ValueTask<object?> ParameterBinder(FunctionInvocation invocation);
