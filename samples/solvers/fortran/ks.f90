! Kuramoto-Sivashinsky u_t = -a u u_x - u_xx - u_xxxx on [0, 100), Crank-Nicolson and Adams-Bashforth 2, in Fortran for protocol 1.
! Build: gfortran -O2 -o ks ks.f90    Command: [./ks, "{in}", "{out}", "{dt}", "{steps}", "0"]; the last word is a: 0 leaves u u_x out.
! Project file: format npy, lags 2, forcing true.
program ks
  implicit none
  integer, parameter :: dp = kind(1d0)
  complex(dp), parameter :: i = (0, 1)
  real(dp), parameter :: pi = acos(-1d0)
  real(dp), allocatable :: states(:), forcing(:), output(:)
  complex(dp), allocatable :: forward(:, :), linear(:), advection(:), u(:), tendency(:)
  real(dp) :: dt, a
  integer :: shape(3), none(3), n, m, j, k, at
  character(4096) :: words(5)
  character(128) :: header
  do j = 1, 5
    call get_command_argument(j, words(j))
  end do
  read (words(3:5:2), *) dt, a
  call read_npy(trim(words(1)), shape, states)
  n = shape(1); m = shape(3)
  if (shape(2) /= 2 .or. words(4) /= '1') error stop 'ks: expected states[n, 2, points] and one step'
  call read_npy(words(1)(:len_trim(words(1)) - 4)//'.forcing.npy', none, forcing)
  if (.not. allocated(forcing)) allocate (forcing(n*m), source=0d0)
  allocate (forward(m, m), linear(m), advection(m), output(n*m))
  do k = 0, m - 1  ! the discrete Fourier transform as a matrix; wave numbers 0 .. m/2 - 1, -m/2 .. -1
    forward(k + 1, :) = [(exp(-2*i*pi*mod(k*j, m)/m), j=0, m - 1)]
    advection(k + 1) = i*2*pi/100*merge(k, k - m, 2*k < m)
  end do
  linear = -advection**2 - advection**4
  advection(m/2 + 1) = 0  ! the highest wave has no odd derivative
  do j = 0, n - 1
    at = 2*m*j
    u = matmul(forward, states(at + m + 1:at + 2*m))
    tendency = -0.5_dp*a*advection*matmul(forward, 1.5_dp*states(at + m + 1:at + 2*m)**2 - 0.5_dp*states(at + 1:at + m)**2) &
               + matmul(forward, forcing(m*j + 1:m*j + m))
    u = ((1 + dt*linear/2)*u + dt*tendency)/(1 - dt*linear/2)
    output(m*j + 1:m*j + m) = real(matmul(conjg(forward), u))/m
  end do
  write (header, '(a, i0, a, i0, a)') "{'descr': '<f8', 'fortran_order': False, 'shape': (", n, ', ', m, '), }'
  open (1, file=trim(words(2)), access='stream', form='unformatted', status='replace')
  write (1) char(147), 'NUMPY', char(1), char(0), char(118), char(0), header(:117), char(10), output
contains
  subroutine read_npy(path, extent, values)
    character(*), intent(in) :: path
    integer, intent(out) :: extent(3)
    real(dp), allocatable, intent(out) :: values(:)
    character(10) :: start
    character(:), allocatable :: text
    integer :: error
    open (2, file=path, access='stream', form='unformatted', status='old', iostat=error)
    if (error /= 0) return
    read (2) start
    allocate (character(ichar(start(9:9)) + 256*ichar(start(10:10))) :: text)
    read (2) text
    text = text(index(text, '(') + 1:index(text, ')') - 1)//', 1'
    read (text, *, iostat=error) extent
    allocate (values(product(extent)))
    read (2) values
  end subroutine
end program
