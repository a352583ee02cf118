namespace Residuum.Numerics.Collectives;

/// <summary>Bytes that go to another rank and come from it.</summary>
internal readonly unsafe struct MpiPair(int rank, byte* send, long sendLength, byte* receive, long receiveLength)
{
    public readonly int Rank = rank;
    public readonly byte* Send = send, Receive = receive;
    public readonly long SendLength = sendLength, ReceiveLength = receiveLength;

    /// <summary>Posts what is left behind an offset, so many bytes at most.</summary>
    public void Post(MpiApi mpi, long offset, int most, nint* requests)
    {
        if (ReceiveLength > offset) mpi.Receive(Receive + offset, (int)Math.Min(most, ReceiveLength - offset), Rank, requests);
        if (SendLength > offset) mpi.Send(Send + offset, (int)Math.Min(most, SendLength - offset), Rank, requests + 1);
    }
}
